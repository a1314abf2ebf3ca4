// SPDX-License-Identifier: MIT
#include "serve/page_frame.hpp"

#include "finding/verdict.hpp"
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

struct Place {
    std::string_view path;
    std::string_view words;
};
constexpr std::array kPlaces{Place{"/", "Overview"}, Place{"/articles", "Articles"}, Place{"/works", "Works"},
                             Place{"/conflicts", "Conflicts"}, Place{"/check", "Check a file"}};

/// The same page as JSON.
std::string twin_of(std::string_view target) {
    const std::string_view page = target.substr(0, target.find('#'));
    return fmt::format("{}{}format=json", page, page.find('?') == page.npos ? '?' : '&');
}

void append_navigation(std::string& out, std::string_view path) {
    out += "<nav aria-label=\"Pages\"><ul>";
    for (const auto& [to, words] : kPlaces) {
        out += fmt::format(R"(<li><a href="{}"{}>{}</a></li>)", to,
                           to == path ? R"( aria-current="page")" : "", words);
    }
    out += "</ul></nav>\n";
}

}  // namespace

std::string framed(const PageData& page, std::string_view main, std::string_view target) {
    const std::string_view path = target.substr(0, target.find('?'));
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out += fmt::format("<title>{}whereof</title>\n",
                       page.title.empty() ? "" : markup(report::clipped(page.title, 120)) + " · ");
    out +=
        "<link rel=\"stylesheet\" href=\"/style.css\">\n<link rel=\"icon\" href=\"/icon.svg\">\n"
        "<script src=\"/script.js\" defer></script>\n";
    if (page.has_twin) {
        out += fmt::format("<link rel=\"alternate\" type=\"application/json\" href=\"{}\">\n",
                           markup(twin_of(target)));
    }
    out +=
        "</head>\n<body class=\"site\">\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n"
        "<header class=\"top\">\n<a class=\"home\" href=\"/\">whereof</a>\n";
    if (path != "/" && path != "/search") {  // these have a search box of their own
        out +=
            "<form class=\"find\" role=\"search\" action=\"/search\"><label class=\"spoken\" "
            "for=\"top-q\">Search the claims</label><input id=\"top-q\" type=\"search\" name=\"q\" "
            "placeholder=\"Search the claims\" autocomplete=\"off\"><button>Search</button></form>\n";
    }
    append_navigation(out, path);
    out += "</header>\n<main id=\"main\" tabindex=\"-1\">\n";
    out += main;
    out +=
        "</main>\n<footer><p>whereof looks citations up in its own index and on this machine only. It does "
        "not say whether a source supports a claim: that takes a reader.";
    if (page.has_twin) {
        out += fmt::format(R"( <a href="{}">This page as JSON</a>)", markup(twin_of(target)));
    }
    return out + "</p></footer>\n</body>\n</html>\n";
}

void append_failure(std::string& out, const PageData& page) {
    const Json& error = page.json->at("error");
    out += fmt::format(
        "<h1>{}</h1>\n<p class=\"lead\">{}</p>\n<p>→ {}</p>\n<p><a href=\"/\">To the overview</a></p>\n",
        markup(page.title), markup(text_of(error, "what")), markup(text_of(error, "next_step")));
}

void append_select(std::string& out, std::string_view name, std::string_view label,
                   const std::vector<Choice>& choices, std::string_view chosen) {
    out += fmt::format(R"(<p class="field"><label for="{}">{}</label><select id="{}" name="{}">)", name,
                       label, name, name);
    for (const Choice& choice : choices) {
        out += fmt::format(R"(<option value="{}"{}>{}</option>)", markup(choice.value),
                           choice.value == chosen ? " selected" : "", markup(choice.words));
    }
    out += "</select></p>\n";
}

std::string link(std::string_view page, std::string_view name, std::string_view words) {
    return fmt::format(R"(<a href="{}">{}</a>)", markup(page_of(page, name)), markup(words));
}

std::string badge(std::string_view headline) {
    std::string out;
    if (const auto known = finding::headline_of_name(headline)) {
        report::append_badge(out, *known);
    } else {
        out = R"(<span class="badge v-unchecked">? not looked up yet</span>)";
    }
    return out;
}

std::string evidence_words(const Json& level) {
    if (!level.is_object()) {
        return {};
    }
    std::string out(text_of(level, "design"));
    if (const auto found = level.find("level"); found != level.end() && found->is_number_integer()) {
        out += fmt::format(", {} level {}", text_of(level, "scale"), found->get<int>());
    }
    return out;
}

std::string count_of(std::int64_t number, std::string_view one, std::string_view more) {
    return fmt::format("{} {}", report::grouped(static_cast<std::uint64_t>(number)),
                       number == 1 ? one : more);
}

std::string_view text_of(const Json& object, const char* member) {
    const auto found = object.find(member);
    return found != object.end() && found->is_string()
               ? std::string_view(found->get_ref<const std::string&>())
               : std::string_view();
}

std::string_view citation_of(const Json& reference) {
    return text_of(reference, reference.contains("citation") ? "citation" : "raw");
}

}  // namespace whereof::serve
