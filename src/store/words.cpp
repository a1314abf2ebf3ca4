// SPDX-License-Identifier: MIT
#include "store/words.hpp"

#include "store/packer.hpp"
#include "text/plain_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace whereof::store {
namespace {

using article::Article;
using text::TermReader;
using text::TermWord;

constexpr std::size_t kMostAuthors = 100;  ///< of one reference; collaborations list thousands

/// Reads an article's fields one after another into one stream of reader numbers, with the ends of the runs.
class WordCollector {
  public:
    explicit WordCollector(TermReader& reader) : reader_(reader) {}

    void add(std::string_view text) { reader_.read(text, words_); }
    void end_run() { ends_.push_back(words_.size()); }
    void run(std::string_view text) {
        add(text);
        end_run();
    }
    [[nodiscard]] const std::vector<TermWord>& words() const noexcept { return words_; }
    [[nodiscard]] const std::vector<std::size_t>& ends() const noexcept { return ends_; }

  private:
    TermReader& reader_;
    std::vector<TermWord> words_;
    std::vector<std::size_t> ends_;
};

void collect_source(const bib::Reference& reference, WordCollector& out) {
    const bib::Item& item = reference.item;
    out.run(item.title.empty() ? std::string_view(reference.raw) : std::string_view(item.title));
    for (std::size_t i = 0; i < std::min(item.author.size(), kMostAuthors); ++i) {
        out.add(item.author[i].non_dropping_particle);
        out.add(item.author[i].family);
        out.add(item.author[i].literal);
    }
    out.end_run();
    out.run(item.container_title);
}

/// The text of each sentence that is searched: the claim's where there is one.
std::vector<std::string_view> sentence_texts(const Article& article) {
    std::vector<std::string_view> out;
    out.reserve(article.sentences.size());
    for (const article::Sentence& sentence : article.sentences) {
        out.push_back(sentence.span.of(article.text));
    }
    for (const article::Claim& claim : article.claims) {
        if (claim.sentence < out.size() && !claim.text.empty()) {
            out[claim.sentence] = claim.text;
        }
    }
    return out;
}

std::vector<std::uint32_t> sources_with_abstract(const Article& article) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < article.references.size(); ++i) {
        if (!article.references[i].reference.item.abstract.empty()) {
            out.push_back(i);
        }
    }
    return out;
}

struct LocalTerms {
    std::vector<std::uint32_t> order;  ///< reader numbers by falling frequency
    std::vector<std::uint32_t> local;  ///< reader number -> place in order, or kNone
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
};

LocalTerms number_terms(const std::vector<TermWord>& words, std::size_t term_count) {
    LocalTerms out;
    std::vector<std::uint32_t> counts(term_count, 0);
    for (const TermWord& word : words) {
        if (counts[word.term]++ == 0 && out.order.size() < kMostTerms) {
            out.order.push_back(word.term);
        }
    }
    std::ranges::stable_sort(out.order,
                             [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    out.local.assign(term_count, LocalTerms::kNone);
    for (std::uint32_t i = 0; i < out.order.size(); ++i) {
        out.local[out.order[i]] = i;
    }
    return out;
}

/// All runs of an article, in the order in which they are packed.
void collect_article(const Article& article, const std::vector<std::uint32_t>& abstracts,
                     WordCollector& out) {
    out.run(article.title);
    for (const article::Section& section : article.sections) {
        out.run(section.heading);
    }
    for (const std::string_view text : sentence_texts(article)) {
        out.run(text);
    }
    for (const article::ListedReference& listed : article.references) {
        collect_source(listed.reference, out);
    }
    for (const std::uint32_t source : abstracts) {
        std::string abstract = article.references[source].reference.item.abstract;
        text::make_plain_abstract(abstract);
        out.run(text::first_words(abstract, kMostOfAbstract));
    }
}

/// Packs what was collected, run by run: how many words, then each word's place among the article's terms.
class RunPacker {
  public:
    RunPacker(const WordCollector& collected, const LocalTerms& terms, Packer& out)
        : collected_(collected), terms_(terms), out_(out) {}

    void pack() {
        std::vector<std::uint32_t> numbers;
        for (const std::size_t end = collected_.ends()[run_++]; word_ < end; ++word_) {
            if (const std::uint32_t local = terms_.local[collected_.words()[word_].term];
                local != LocalTerms::kNone) {
                numbers.push_back(local);
            }
        }
        out_.number(numbers.size());
        for (const std::uint32_t number : numbers) {
            out_.number(number);
        }
    }

  private:
    const WordCollector& collected_;
    const LocalTerms& terms_;
    Packer& out_;
    std::size_t run_ = 0;
    std::size_t word_ = 0;
};

void pack_body(const Article& article, RunPacker& runs, Packer& out) {
    out.number(article.sections.size());
    for (std::size_t i = 0; i < article.sections.size(); ++i) {
        runs.pack();
    }
    out.number(article.sentences.size());
    for (const article::Sentence& sentence : article.sentences) {
        out.number(sentence.section);
        runs.pack();
    }
}

/// Of each its year, title, authors and journal.
void pack_sources(const Article& article, RunPacker& runs, Packer& out) {
    out.number(article.references.size());
    for (const article::ListedReference& listed : article.references) {
        out.number(static_cast<std::uint64_t>(std::max(listed.reference.item.issued.year, 0)));
        runs.pack();
        runs.pack();
        runs.pack();
    }
}

void pack_claims(const Article& article, Packer& out) {
    out.number(article.claims.size());
    for (const article::Claim& claim : article.claims) {
        out.number(claim.sentence);
        out.flag(claim.cited);
        out.number(claim.references.size());
        for (const std::uint32_t reference : claim.references) {
            out.number(reference);
        }
    }
}

/// Nothing where there are none, as in stores of earlier versions.
void pack_abstracts(const std::vector<std::uint32_t>& abstracts, RunPacker& runs, Packer& out) {
    if (abstracts.empty()) {
        return;
    }
    out.number(abstracts.size());
    for (const std::uint32_t source : abstracts) {
        out.number(source);
        runs.pack();
    }
}

WordRun unpack_run(Unpacker& in, ArticleWords& out) {
    WordRun run;
    run.begin = static_cast<std::uint32_t>(out.stream.size());
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t word = in.small_number();
        if (word >= out.terms.size()) {
            fail_damaged("an indexed word has no term");
        }
        out.stream.push_back(word);
    }
    run.end = static_cast<std::uint32_t>(out.stream.size());
    return run;
}

}  // namespace

PackedWords pack_words(const Article& article, TermReader& reader) {
    reader.allow_new_terms(kMostTerms);  // more could not be among the first kMostTerms of this article
    const std::vector<std::uint32_t> abstracts = sources_with_abstract(article);
    WordCollector collector(reader);
    collect_article(article, abstracts, collector);
    LocalTerms terms = number_terms(collector.words(), reader.term_count());

    Packer out;
    out.number(terms.order.size());
    for (const std::uint32_t term : terms.order) {
        out.text(reader.term(term));
    }
    RunPacker runs(collector, terms, out);
    runs.pack();
    pack_body(article, runs, out);
    pack_sources(article, runs, out);
    pack_claims(article, out);
    pack_abstracts(abstracts, runs, out);
    return {out.take(), std::move(terms.order)};
}

ArticleWords unpack_words(std::int64_t article, std::string bytes) {
    ArticleWords out;
    out.article = article;
    out.bytes = std::move(bytes);
    out.bytes.reserve(32);  // not in the string object itself: `terms` must stay valid when it moves
    Unpacker in(out.bytes);
    out.terms.resize(in.count());
    for (std::string_view& term : out.terms) {
        term = in.text();
    }
    out.stream.reserve(in.rest().size());
    out.title = unpack_run(in, out);
    out.headings.resize(in.count());
    for (WordRun& heading : out.headings) {
        heading = unpack_run(in, out);
    }
    out.sentences.resize(in.count());
    for (SentenceWords& sentence : out.sentences) {
        sentence.section = in.small_number();
        sentence.words = unpack_run(in, out);
    }
    out.sources.resize(in.count());
    for (SourceWords& source : out.sources) {
        source.year = static_cast<int>(in.small_number());
        source.title = unpack_run(in, out);
        source.authors = unpack_run(in, out);
        source.container = unpack_run(in, out);
    }
    out.claims.resize(in.count());
    for (ClaimWords& claim : out.claims) {
        claim.sentence = in.small_number();
        claim.cited = in.flag();
        claim.sources.resize(in.count());
        for (std::uint32_t& source : claim.sources) {
            source = in.small_number();
            if (source >= out.sources.size()) {
                fail_damaged("a claim cites a reference that is not there");
            }
        }
        if (claim.sentence >= out.sentences.size()) {
            fail_damaged("a claim has no sentence");
        }
    }
    for (std::size_t left = in.done() ? 0 : in.count(); left > 0; --left) {
        const std::uint32_t source = in.small_number();
        if (source >= out.sources.size()) {
            fail_damaged("an abstract has no reference");
        }
        out.sources[source].abstract = unpack_run(in, out);
    }
    return out;
}

ArticleCounts count_words(const ArticleWords& words) {
    ArticleCounts out;
    out.by_term.resize(words.terms.size());
    std::vector<bool> stop(words.terms.size());
    for (std::size_t i = 0; i < stop.size(); ++i) {
        stop[i] = text::is_stop_term(words.terms[i]);
    }
    const auto count = [&](WordRun run, std::uint32_t FieldCounts::*field, std::uint32_t* length) {
        for (const std::uint32_t word : words.of(run)) {
            if (!stop[word]) {
                ++(out.by_term[word].*field);
                if (length != nullptr) {
                    ++*length;
                }
            }
        }
    };
    count(words.title, &FieldCounts::title, &out.title_words);
    for (const WordRun& heading : words.headings) {
        count(heading, &FieldCounts::body, &out.body_words);
    }
    for (const SentenceWords& sentence : words.sentences) {
        count(sentence.words, &FieldCounts::body, &out.body_words);
    }
    std::set<int> years;
    for (const SourceWords& source : words.sources) {
        count(source.title, &FieldCounts::source, &out.source_words);
        count(source.authors, &FieldCounts::meta, nullptr);
        count(source.container, &FieldCounts::meta, nullptr);
        count(source.abstract, &FieldCounts::abstract, nullptr);
        if (source.year > 0) {
            years.insert(source.year);
        }
    }
    for (const int year : years) {
        out.years.push_back(std::to_string(year));
    }
    return out;
}

}  // namespace whereof::store
