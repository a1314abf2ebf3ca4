// SPDX-License-Identifier: MIT
#include "article/linked_works.hpp"

#include "bib/identifiers.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

/// The anchor text of a link is kept up to here.
constexpr std::size_t kLongestAnchor = 400;

bool names_a_work(bib::Field field) {
    return field == bib::Field::DOI || field == bib::Field::PMID || field == bib::Field::PMCID ||
           field == bib::Field::arXiv || field == bib::Field::trial || field == bib::Field::PII;
}

std::string key_of(bib::Field field, std::string_view value) {
    return std::string(bib::csl_name(field)) + ":" + text::ascii_lower(value);
}

/// A URL without scheme, "www." and slash at the end, as keys compare it.
std::string url_key(std::string_view url) {
    const std::size_t scheme = url.find("://");
    url = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    url = url.starts_with("www.") ? url.substr(4) : url;
    url = url.substr(0, url.find('#'));
    while (!url.empty() && url.back() == '/') {
        url.remove_suffix(1);
    }
    return "url:" + text::ascii_lower(url);
}

class WorkLinker {
  public:
    WorkLinker(Article& article, const std::vector<Marker>& taken, bool has_list)
        : article_(article), taken_(taken), has_list_(has_list) {
        for (std::uint32_t i = 0; i < article.references.size(); ++i) {
            for (const bib::FoundIdentifier& found :
                 bib::find_identifiers(article.references[i].reference.raw)) {
                const bool url = found.field == bib::Field::URL;
                works_.emplace(url ? url_key(found.value) : key_of(found.field, found.value), i);
            }
            const bib::Item& item = article.references[i].reference.item;
            for (const bib::Field field : {bib::Field::DOI, bib::Field::PMID, bib::Field::PMCID}) {
                if (!item.text(field).empty()) {
                    works_.emplace(key_of(field, item.text(field)), i);
                }
            }
        }
    }

    void add_link(const Inline& in) {
        if (in.target.starts_with("#") || in.span.empty() || is_taken(in.span)) {
            return;
        }
        for (const bib::FoundIdentifier& found : bib::find_identifiers(in.target)) {
            if (names_a_work(found.field)) {
                add(found, in.span, in.target, true);
                return;
            }
        }
        const auto listed = works_.find(url_key(in.target));
        if (listed != works_.end()) {
            markers_.push_back({MarkerKind::link, in.span, {listed->second}, {}});
        }
    }

    void add_bare() {
        const std::size_t links = markers_.size();
        std::size_t next = 0;
        for (const bib::FoundIdentifier& found : bib::find_identifiers(article_.text)) {
            while (next < links && markers_[next].span.end <= found.span.begin) {
                ++next;
            }
            const bool linked = next < links && markers_[next].span.begin < found.span.end;
            if (!linked && names_a_work(found.field) && !is_taken(found.span)) {
                add(found, found.span, std::string(found.span.of(article_.text)), false);
            }
        }
    }

    std::vector<Marker> finish() {
        std::sort(markers_.begin(), markers_.end(),
                  [](const Marker& a, const Marker& b) { return a.span < b.span; });
        return std::move(markers_);
    }

  private:
    [[nodiscard]] bool is_taken(Span span) const {
        const auto at =
            std::upper_bound(taken_.begin(), taken_.end(), span.begin,
                             [](std::size_t begin, const Marker& m) { return begin < m.span.end; });
        return at != taken_.end() && at->span.begin < span.end;
    }

    [[nodiscard]] bool is_own(const bib::FoundIdentifier& found) const {
        if (found.field != bib::Field::DOI || article_.DOI.empty()) {
            return found.field == bib::Field::PMCID && found.value == article_.id;
        }
        return text::ascii_lower(found.value).starts_with(text::ascii_lower(article_.DOI));
    }

    void add(const bib::FoundIdentifier& found, Span span, const std::string& as_written, bool link) {
        if (is_own(found) || (found.field == bib::Field::trial && has_list_)) {
            return;
        }
        const std::string key = key_of(found.field, found.value);
        auto work = works_.find(key);
        if (work == works_.end()) {
            work = works_.emplace(key, static_cast<std::uint32_t>(article_.references.size())).first;
            article_.references.push_back(make_reference(found, span, as_written, link));
        }
        markers_.push_back({MarkerKind::link, span, {work->second}, {}});
    }

    [[nodiscard]] ListedReference make_reference(const bib::FoundIdentifier& found, Span span,
                                                 const std::string& as_written, bool link) const {
        ListedReference made;
        made.from_link = true;
        made.position = article_.position_of(span.begin);
        made.end = article_.position_behind(span.end);
        made.reference.raw = as_written;
        const std::string_view anchor = span.of(article_.text);
        if (link && anchor != as_written && anchor.size() <= kLongestAnchor) {
            made.reference.raw = std::string(anchor) + " " + as_written;
        }
        if (std::string* field = made.reference.item.text(found.field)) {
            *field = found.value;
        }
        if (link) {
            made.reference.item.URL = as_written;
        }
        return made;
    }

    Article& article_;
    const std::vector<Marker>& taken_;
    bool has_list_;
    std::unordered_map<std::string, std::uint32_t> works_;
    std::vector<Marker> markers_;
};

}  // namespace

std::vector<Marker> find_linked_works(Article& article, const std::vector<Inline>& inlines,
                                      const std::vector<Marker>& taken, bool has_list) {
    WorkLinker linker(article, taken, has_list);
    for (const Inline& in : inlines) {
        if (in.kind == InlineKind::link) {
            linker.add_link(in);
        }
    }
    linker.add_bare();
    return linker.finish();
}

}  // namespace whereof::article
