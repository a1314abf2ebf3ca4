// SPDX-License-Identifier: MIT
#include "cli/authorities.hpp"

#include "authority/local_index.hpp"
#include "authority/sample.hpp"
#include "authority/state.hpp"
#include "base/io.hpp"
#include "cli/failure.hpp"
#include "cli/paths.hpp"

#include <cerrno>

namespace whereof::cli {

Authorities::Authorities(const Context& context, const std::vector<std::string>& named) {
    for (const auto& path : named) {
        if (!std::filesystem::exists(path)) {
            throw IoError(path, "open the authority", ENOENT);
        }
        authorities_.push_back(with_index(path, [&] { return authority::open_index(path); }));
    }
    if (!authorities_.empty()) {
        return;
    }
    const auto own =
        data_folder(context).empty() ? std::filesystem::path() : data_folder(context) / "authority.db";
    if (!own.empty() && std::filesystem::exists(own)) {
        authorities_.push_back(with_index(own, [&] { return authority::open_index(own); }));
        const auto& info = authorities_.back()->info();
        if (info.records == 0 && info.events == 0) {
            authorities_.clear();  // an index that holds nothing is no reason to ask nobody
        }
    }
    if (authorities_.empty()) {
        authorities_.push_back(authority::open_sample(cache_folder(context)));
    }
}

std::vector<authority::Authority*> Authorities::pointers() const {
    std::vector<authority::Authority*> out;
    for (const auto& authority : authorities_) {
        out.push_back(authority.get());
    }
    return out;
}

std::vector<authority::AuthorityInfo> Authorities::infos() const {
    std::vector<authority::AuthorityInfo> out;
    for (const auto& authority : authorities_) {
        out.push_back(authority->info());
    }
    return out;
}

std::string Authorities::state() const { return authority::state_of(infos()); }

std::filesystem::path authority_path(const Context& context, const std::string& option) {
    if (!option.empty()) {
        return option;
    }
    const auto folder = data_folder(context);
    if (folder.empty()) {
        throw IoError("the authority (HOME is not set; name a file with --authority)", "find", ENOENT);
    }
    return folder / "authority.db";
}

}  // namespace whereof::cli
