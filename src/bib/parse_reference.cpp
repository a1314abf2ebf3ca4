// SPDX-License-Identifier: MIT
#include "bib/assemble.hpp"
#include "bib/list_label.hpp"
#include "bib/parser.hpp"

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
    features_.compute(tokens_, *lexicon_);
    tagger_.tag(tokens_, features_);
    assemble(tokens_, tagger_.labels(), tagger_.probabilities(), identifiers_, out);
    return out;
}

Reference parse_reference(std::string_view text) {
    thread_local Parser parser(Weights::embedded(), Lexicon::embedded());
    return parser.parse(text);
}

}  // namespace whereof::bib
