// SPDX-License-Identifier: MIT
#include "bib/doi.hpp"
#include "bib/identifier_checks.hpp"
#include "bib/identifier_forms.hpp"
#include "bib/identifier_urls.hpp"
#include "bib/identifiers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace whereof::bib {
namespace {

using text::ascii_lower;
using text::is_ascii_alnum;
using text::is_ascii_digit;

using Read = std::optional<FormText> (*)(std::string_view, std::size_t);

std::optional<FormText> read_doi_form(std::string_view text, std::size_t at) {
    auto doi = read_doi(text, at, DoiPlace::prose);
    if (!doi) {
        return std::nullopt;
    }
    return FormText{std::move(doi->value), doi->end};
}

/// "PMCID: 6657922" as well as "PMCID: PMC6657922".
std::optional<FormText> read_pmcid_number(std::string_view text, std::size_t at) {
    if (auto whole = read_pmcid(text, at)) {
        return whole;
    }
    auto number = read_pmid(text, at);
    if (number) {
        number->value.insert(0, "PMC");
    }
    return number;
}

/// "PubMed" also stands in prose ("PubMed 2010-2018"): behind it a PMID has a colon or seven digits.
std::optional<FormText> read_pubmed_number(std::string_view text, std::size_t at) {
    constexpr std::size_t kSurelyPmid = 7;
    auto number = read_pmid(text, at);
    const std::string_view before = text.substr(0, at);
    const std::size_t mark = before.find_last_not_of(" \t\n");
    const bool colon = mark != std::string_view::npos && before[mark] == ':';
    return number && (colon || number->value.size() >= kSurelyPmid) ? number : std::nullopt;
}

/// A word that announces an identifier. Longer ones first where one begins with another.
struct Prefix {
    std::string_view word;  ///< lower case
    Field field;
    Read read;
};
constexpr Prefix kPrefixes[] = {
    {"digital object identifier", Field::DOI, read_doi_form},
    {"doi", Field::DOI, read_doi_form},
    {"pubmed central pmcid", Field::PMCID, read_pmcid_number},
    {"pmcid", Field::PMCID, read_pmcid_number},
    {"pubmed pmid", Field::PMID, read_pmid},
    {"pubmed id", Field::PMID, read_pmid},
    {"pubmed", Field::PMID, read_pubmed_number},
    {"pmid", Field::PMID, read_pmid},
    {"arxiv preprint arxiv", Field::arXiv, read_arxiv},
    {"arxiv preprint", Field::arXiv, read_arxiv},
    {"arxiv e-prints", Field::arXiv, read_arxiv},
    {"arxiv", Field::arXiv, read_arxiv},
    {"isbn-13", Field::ISBN, read_isbn},
    {"isbn-10", Field::ISBN, read_isbn},
    {"isbn 13:", Field::ISBN, read_isbn},
    {"isbn 10:", Field::ISBN, read_isbn},
    {"isbn", Field::ISBN, read_isbn},
    {"issn-l", Field::ISSN, read_issn},
    {"issn", Field::ISSN, read_issn},
    {"eissn", Field::ISSN, read_issn},
    {"e-issn", Field::ISSN, read_issn},
    {"pii", Field::PII, read_pii},
};

/// What may stand between the announcing word and the identifier: "doi: [", "DOI>", "PMID #".
std::size_t skip_marks(std::string_view text, std::size_t at) {
    constexpr std::size_t kMostMarks = 6;
    for (std::size_t i = 0; i < kMostMarks && at < text.size(); ++i) {
        if (std::string_view(" \t\n:=.>#[(").find(text[at]) != std::string_view::npos) {
            ++at;
        } else if (text.substr(at, 2) == "\u00A0") {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

class Finder {
  public:
    explicit Finder(std::string_view text) : text_(text) {}

    std::vector<FoundIdentifier> run() {
        while (at_ < text_.size()) {
            auto found = identifier_here();
            if (found) {
                at_ = std::max(found->span.end, at_ + 1);
                found_.push_back(std::move(*found));
            } else {
                at_ = std::max(skip_to_, at_ + 1);
            }
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] bool begins_word() const {
        const bool glued = !found_.empty() && found_.back().span.end == at_;  // "10.1002/xPMID:123"
        return at_ == 0 || glued ||
               (!is_ascii_alnum(text_[at_ - 1]) && static_cast<unsigned char>(text_[at_ - 1]) < 0xC0);
    }

    /// Most bytes begin nothing: a look at one or two of them settles that.
    [[nodiscard]] bool may_begin() const {
        const char c = ascii_lower(text_[at_]);
        const char next = at_ + 1 < text_.size() ? ascii_lower(text_[at_ + 1]) : '\0';
        if (!begins_word()) {
            return (c == 'd' && next == 'o') || (c == 'h' && next == 't') || (c == 'f' && next == 't');
        }
        if (c == 's') {
            return text::is_ascii_digit(next);  // "S0140-6736(16)30970-9"
        }
        return std::string_view("dpaiehwfn").find(c) != std::string_view::npos &&
               std::string_view("oimursw-tcx").find(next) != std::string_view::npos;
    }

    std::optional<FoundIdentifier> identifier_here() {
        if (text_[at_] == '1') {
            return bare_doi();
        }
        if (!may_begin()) {
            return std::nullopt;
        }
        if (begins_url(text_, at_)) {
            auto url = read_url(text_, at_);
            skip_to_ = url ? url->span.end : 0;
            return url;
        }
        if (auto announced = announced_identifier()) {
            return announced;
        }
        return begins_word() ? bare_form() : std::nullopt;
    }

    std::optional<FoundIdentifier> announced_identifier() {
        const std::string_view rest = text_.substr(at_);
        // "10.1002/x.PMID: 1" has been cut from its DOI: a prefix may follow a full stop, a letter only for
        // DOI.
        for (const Prefix& prefix : kPrefixes) {
            if (!starts_with_folded(rest, prefix.word) || (!begins_word() && prefix.field != Field::DOI)) {
                continue;
            }
            const std::size_t begin = skip_marks(text_, at_ + prefix.word.size());
            if (prefix.field == Field::DOI && begin < text_.size() && begins_url(text_, begin)) {
                if (auto url = read_url(text_, begin); url && url->field == Field::DOI) {
                    url->span.begin = at_;
                    return url;
                }
            }
            if (begin > at_ + prefix.word.size() || prefix.field == Field::DOI) {
                if (auto form = prefix.read(text_, begin)) {
                    return FoundIdentifier{prefix.field, std::move(form->value), {at_, form->end}};
                }
            }
        }
        return std::nullopt;
    }

    /// "PMC6657922", "NCT01234567" and "S0140-6736(16)30970-9" need no announcement.
    std::optional<FoundIdentifier> bare_form() {
        constexpr std::size_t kShortestPmcid = 8;  // PMC and 5 digits: "PMC 12" is a catalogue number
        if (auto pmcid = read_pmcid(text_, at_); pmcid && pmcid->value.size() >= kShortestPmcid) {
            return FoundIdentifier{Field::PMCID, std::move(pmcid->value), {at_, pmcid->end}};
        }
        if (auto trial = read_trial(text_, at_)) {
            return FoundIdentifier{Field::trial, std::move(trial->value), {at_, trial->end}};
        }
        // Its check character tells it from other numbers behind an S.
        if (auto pii = read_pii(text_, at_);
            pii && pii->value.starts_with('S') && has_pii_check(pii->value)) {
            return FoundIdentifier{Field::PII, std::move(pii->value), {at_, pii->end}};
        }
        return std::nullopt;
    }

    std::optional<FoundIdentifier> bare_doi() {
        const bool inside = at_ > 0 && (is_ascii_alnum(text_[at_ - 1]) || text_[at_ - 1] == '.');
        if (inside || text_.substr(at_, 3) != "10.") {
            return std::nullopt;
        }
        auto doi = read_doi(text_, at_, DoiPlace::prose);
        if (!doi) {
            skip_to_ = doi.error().offset;
            return std::nullopt;
        }
        return FoundIdentifier{Field::DOI, std::move(doi->value), {at_, doi->end}};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t skip_to_ = 0;
    std::vector<FoundIdentifier> found_;
};

}  // namespace

std::vector<FoundIdentifier> find_identifiers(std::string_view text) { return Finder(text).run(); }

}  // namespace whereof::bib
