// SPDX-License-Identifier: MIT
#include "bib/identifier_urls.hpp"

#include "bib/doi.hpp"
#include "bib/identifier_forms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace whereof::bib {
namespace {

using text::is_ascii_alnum;
using text::is_ascii_digit;

constexpr std::string_view kSchemes[] = {"http://", "https://", "ftp://"};
constexpr std::string_view kBareHosts[] = {"www.",          "doi.org/",
                                           "dx.doi.org/",   "pubmed.ncbi.nlm.nih.gov/",
                                           "arxiv.org/",    "pmc.ncbi.nlm.nih.gov/",
                                           "europepmc.org/"};

std::size_t scheme_length(std::string_view rest) {
    for (const std::string_view scheme : kSchemes) {
        if (starts_with_folded(rest, scheme)) {
            return scheme.size();
        }
    }
    return 0;
}

/// Where the URL's bytes end, punctuation of the sentence excluded.
std::size_t url_end(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    long round = 0;
    long square = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = text::next_code_point(text, next);
        if (text::is_space(c) || c < 0x20 || c == U'"' || c == U'<' || c == U'>' || c == U'“' || c == U'”' ||
            c == U'«' || c == U'»' || c == U'|' || c == U'\\' || c == U'{' || c == U'}' || c == U'`' ||
            c == text::kReplacement || c >= 0x2E80) {
            break;
        }
        round += c == U'(' ? 1 : c == U')' ? -1 : 0;
        square += c == U'[' ? 1 : c == U']' ? -1 : 0;
        at = next;
    }
    while (at > begin) {
        const char last = text[at - 1];
        const bool bracket = (last == ')' && round < 0) || (last == ']' && square < 0);
        if (!bracket && std::string_view(".,;:!?'*([").find(last) == std::string_view::npos) {
            break;
        }
        round += last == ')' ? 1 : last == '(' ? -1 : 0;
        square += last == ']' ? 1 : last == '[' ? -1 : 0;
        --at;
    }
    return at;
}

struct Url {
    std::string_view host;  ///< as written
    std::size_t path = 0;   ///< offset in the text, behind the slash of the host
    std::size_t end = 0;
};

bool is_host(std::string_view host, std::string_view name) {
    const std::string lower = text::ascii_lower(host);
    return lower == name || (lower.size() > name.size() && lower.ends_with(name) &&
                             lower[lower.size() - name.size() - 1] == '.');
}

bool is_doi_resolver(const Url& url) { return is_host(url.host, "doi.org"); }

/// "doi.org.evil.example", "mydoi.org" and the like take a resolver's name.
bool imitates_resolver(const Url& url) {
    return !is_doi_resolver(url) && text::ascii_lower(url.host).find("doi.org") != std::string::npos;
}

std::optional<FormText> read_pmid_page(std::string_view text, const Url& url) {
    const std::string_view path = text.substr(url.path, url.end - url.path);
    const bool pubmed = is_host(url.host, "pubmed.ncbi.nlm.nih.gov") || is_host(url.host, "pubmed.gov");
    for (const std::string_view lead : {"pubmed/?term=", "pubmed/", "entrez/eutils/elink.fcgi?id=",
                                        "article/med/", "abstract/med/", "?term=", ""}) {
        const bool bare = lead.empty() || lead == "?term=";
        const bool europe = lead.ends_with("/med/");
        const bool right_host = bare     ? pubmed
                                : europe ? is_host(url.host, "europepmc.org")
                                         : is_host(url.host, "ncbi.nlm.nih.gov");
        if (right_host && starts_with_folded(path, lead)) {
            if (auto found = read_pmid(text, url.path + lead.size()); found && found->end <= url.end) {
                return found;
            }
        }
    }
    return std::nullopt;
}

/// Behind a slash of the path, on one of the form's own hosts.
template <typename Read>
std::optional<FormText> read_segment(std::string_view text, const Url& url, std::string_view host,
                                     Read read) {
    if (!is_host(url.host, host)) {
        return std::nullopt;
    }
    for (std::size_t at = url.path; at < url.end; ++at) {
        if (at > url.path && text[at - 1] != '/' && text[at - 1] != '=') {
            continue;
        }
        if (auto found = read(text.substr(0, url.end), at)) {
            return found;
        }
    }
    return std::nullopt;
}

/// "/pii/S0003999324008451", "/article/S1934-1482(23)00045-9/fulltext": Elsevier's pages, on many hosts.
std::optional<FormText> read_pii_page(std::string_view text, const Url& url) {
    const std::string_view path = text.substr(0, url.end);
    for (const std::string_view lead : {"/pii/", "/article/pii", "/article/", "/showarticlefulltext?pii="}) {
        for (std::size_t at = url.path - 1; at < url.end;) {
            const std::size_t slash = path.find('/', at);
            if (slash == std::string_view::npos) {
                break;
            }
            if (starts_with_folded(path.substr(slash), lead)) {
                if (auto found = read_pii(path, slash + lead.size())) {
                    return found;
                }
            }
            at = slash + 1;
        }
    }
    return std::nullopt;
}

/// A whole DOI in the path of any page: "/articles/10.1186/…", "?id=10.1371/…".
std::optional<FormText> read_doi_in_path(std::string_view text, const Url& url) {
    const std::string_view path = text.substr(0, url.end);
    for (std::size_t at = path.find("10.", url.path); at != std::string_view::npos;
         at = path.find("10.", at + 3)) {
        if (text[at - 1] != '/' && text[at - 1] != '=' && text[at - 1] != ':') {
            continue;
        }
        if (auto doi = read_doi(path, at, DoiPlace::url)) {
            return FormText{std::move(doi->value), doi->end};
        }
    }
    return std::nullopt;
}

std::optional<FoundIdentifier> identifier_in(std::string_view text, const Url& url, Span span) {
    const auto found = [&](Field field, std::optional<FormText> form) -> std::optional<FoundIdentifier> {
        if (!form) {
            return std::nullopt;
        }
        return FoundIdentifier{field, std::move(form->value), span};
    };
    if (auto it = found(Field::PMID, read_pmid_page(text, url))) {
        return it;
    }
    struct Row {
        std::string_view host;
        Field field;
        std::optional<FormText> (*read)(std::string_view, std::size_t);
    };
    constexpr Row kPages[] = {
        {"ncbi.nlm.nih.gov", Field::PMCID, read_pmcid}, {"europepmc.org", Field::PMCID, read_pmcid},
        {"arxiv.org", Field::arXiv, read_arxiv},        {"clinicaltrials.gov", Field::trial, read_trial},
        {"isrctn.com", Field::trial, read_trial},
    };
    for (const Row& row : kPages) {
        if (auto it = found(row.field, read_segment(text, url, row.host, row.read))) {
            return it;
        }
    }
    if (auto it = found(Field::DOI, read_doi_in_path(text, url))) {
        return it;
    }
    return found(Field::PII, read_pii_page(text, url));
}

}  // namespace

bool begins_url(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const bool bare_host =
        std::ranges::any_of(kBareHosts, [&](auto host) { return starts_with_folded(rest, host); });
    return (scheme_length(rest) > 0 || bare_host) && (at == 0 || !is_ascii_alnum(text[at - 1]) || !bare_host);
}

std::optional<FoundIdentifier> read_url(std::string_view text, std::size_t at) {
    Url url;
    const std::size_t host = at + scheme_length(text.substr(at));
    std::size_t host_end = host;
    while (host_end < text.size() &&
           (is_ascii_alnum(text[host_end]) || text[host_end] == '.' || text[host_end] == '-')) {
        ++host_end;
    }
    if (text.substr(host, host_end - host).find('.') == std::string_view::npos) {
        return std::nullopt;
    }
    url.end = url_end(text, host);
    host_end = std::min(host_end, url.end);
    url.host = text.substr(host, host_end - host);
    url.path = host_end < url.end && text[host_end] == '/' ? host_end + 1 : host_end;
    if (is_doi_resolver(url)) {
        // Behind the resolver the DOI's own rules say where it ends: "https://doi.org/10.1088/2058- 7058/3".
        std::size_t begin = url.path;
        while (begin < text.size() && (text[begin] == '/' || text[begin] == ' ')) {
            ++begin;
        }
        if (auto doi = read_doi(text, begin, DoiPlace::prose)) {
            return FoundIdentifier{Field::DOI, std::move(doi->value), {at, std::max(doi->end, host_end)}};
        }
    }
    const Span span{at, url.end};
    if (!imitates_resolver(url)) {
        if (auto found = identifier_in(text, url, span)) {
            return found;
        }
    }
    return FoundIdentifier{Field::URL, std::string(span.of(text)), span};
}

}  // namespace whereof::bib
