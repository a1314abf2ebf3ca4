// SPDX-License-Identifier: MIT
#include "support/recorded.hpp"

#include "support/data.hpp"

#include <algorithm>
#include <cstdlib>

#include <nlohmann/json.hpp>

namespace whereof::test {
namespace {

bool says_who_asks(std::string_view part) {
    return part.starts_with("tool=") || part.starts_with("email=") || part.starts_with("mailto=");
}

std::string type_of(const std::filesystem::path& file) {
    const std::string extension = file.extension().string();
    return extension == ".json"   ? "application/json"
           : extension == ".xml"  ? "text/xml; charset=UTF-8"
           : extension == ".html" ? "text/html"
                                  : "text/plain";
}

}  // namespace

std::string percent_decode(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out.push_back(
                static_cast<char>(std::strtol(std::string(text.substr(i + 1, 2)).c_str(), nullptr, 16)));
            i += 2;
        } else {
            out.push_back(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

std::string canonical_target(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
        url.remove_prefix(scheme + 2);
    }
    const auto mark = std::min(url.find('?'), url.size());
    std::vector<std::string> parts;
    for (std::string_view rest = url.substr(std::min(mark + 1, url.size())); !rest.empty();) {
        const auto part = rest.substr(0, rest.find('&'));
        if (!part.empty() && !says_who_asks(part)) {
            parts.push_back(percent_decode(part));
        }
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    std::ranges::sort(parts);
    std::string out = percent_decode(url.substr(0, mark));
    for (const std::string& part : parts) {
        out += "\n" + part;
    }
    return out;
}

ServerReply RecordedReply::reply() const {
    ServerReply out;
    out.status = status;
    out.headers = headers;
    out.body = read_text(file);
    return out;
}

RecordedReplies::RecordedReplies(const std::filesystem::path& folder) {
    for (const auto& row : nlohmann::json::parse(read_text(folder / "index.json"))) {
        RecordedReply one;
        one.file = folder / row.at("file").get<std::string>();
        if (!row.at("url").is_string() || !std::filesystem::exists(one.file)) {
            continue;
        }
        one.url = row.at("url").get<std::string>();
        one.status = row.at("status").is_number() ? row.at("status").get<int>() : 200;
        one.title = row.value("query", "");
        one.year = row.contains("year") && row["year"].is_number() ? row["year"].get<int>() : 0;
        bool has_type = false;
        for (const auto& [name, values] : row.at("headers").items()) {
            // The body is kept unpacked and whole.
            if (name != "content-encoding" && name != "content-length" && name != "transfer-encoding") {
                one.headers.emplace_back(
                    name, values.is_array() ? values.at(0).get<std::string>() : values.get<std::string>());
                has_type |= name == "content-type";
            }
        }
        if (!has_type) {
            one.headers.emplace_back("content-type", type_of(one.file));
        }
        by_target_.emplace(canonical_target(one.url), all_.size());
        all_.push_back(std::move(one));
    }
}

std::optional<ServerReply> RecordedReplies::find(const std::string& target) const {
    const auto found = by_target_.find(canonical_target(target));
    return found != by_target_.end() ? std::optional(all_[found->second].reply()) : std::nullopt;
}

}  // namespace whereof::test
