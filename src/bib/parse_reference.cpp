// SPDX-License-Identifier: MIT
#include "bib/assemble.hpp"
#include "bib/leading_date.hpp"
#include "bib/list_label.hpp"
#include "bib/parser.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

/// No reference is longer; what stands behind goes to the note unread.
constexpr std::size_t kMostBytes = 16 * 1024;

}  // namespace

Reference Parser::parse(std::string_view text) {
    Reference out;
    ListLabel label = find_list_label(text);
    out.label = std::move(label.text);
    out.raw = text.substr(label.size);
    std::string_view read = std::string_view(out.raw).substr(0, kMostBytes);
    while (read.size() == kMostBytes && (static_cast<unsigned char>(read.back()) & 0xC0U) == 0x80U &&
           read.size() > kMostBytes - 4) {
        read.remove_suffix(1);
    }
    identifiers_ = find_identifiers(read);
    tokenize(read, identifiers_, tokens_);
    tag(tokens_);
    const std::size_t date = date_before_name(tokens_, tagger_.labels(), *lexicon_);
    if (date == 0 || !parse_behind(date, out)) {
        assemble(tokens_, tagger_.labels(), tagger_.probabilities(), identifiers_, out);
    }
    return out;
}

bool Parser::parse_behind(std::size_t date, Reference& out) {
    tag(std::span(tokens_).subspan(date));
    const auto behind = tagger_.labels();
    if (behind.front() != Label::author || std::ranges::find(behind, Label::title_first) == behind.end()) {
        tag(tokens_);
        return false;
    }
    std::vector<Label> labels(date, Label::date_early);
    labels.insert(labels.end(), behind.begin(), behind.end());
    std::vector<float> probabilities(date, 1.0F);
    probabilities.insert(probabilities.end(), tagger_.probabilities().begin(), tagger_.probabilities().end());
    assemble(tokens_, labels, probabilities, identifiers_, out);
    tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(date));
    return true;
}

void Parser::tag(std::span<const Token> tokens) {
    features_.compute(tokens, *lexicon_);
    tagger_.tag(tokens, features_);
}

Reference parse_reference(std::string_view text) {
    thread_local Parser parser(Weights::embedded(), Lexicon::embedded());
    return parser.parse(text);
}

}  // namespace whereof::bib
