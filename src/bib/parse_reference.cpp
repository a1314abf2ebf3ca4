// SPDX-License-Identifier: MIT
#include "bib/assemble.hpp"
#include "bib/list_label.hpp"
#include "bib/parser.hpp"

namespace whereof::bib {

Reference Parser::parse(std::string_view text) {
    Reference out;
    ListLabel label = find_list_label(text);
    out.label = std::move(label.text);
    out.raw = text.substr(label.size);
    identifiers_ = find_identifiers(out.raw);
    tokenize(out.raw, identifiers_, tokens_);
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
