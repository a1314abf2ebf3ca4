// SPDX-License-Identifier: MIT
#include "authority/keys.hpp"

#include "authority/index_words.hpp"
#include "bib/journal.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

#include <xxhash.h>

namespace whereof::authority {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Hash of the kind of key and its folded facts. 0, the key that no record has, when one of them is empty.
Key key(char kind, std::initializer_list<std::string_view> facts) {
    std::string text(1, kind);
    for (const std::string_view fact : facts) {
        if (fact.empty()) {
            return 0;
        }
        text.push_back('\x1f');
        text.append(fact);
    }
    return text_hash(text);
}

std::string year_fact(int year) { return year > 0 ? std::to_string(year) : std::string(); }

/// Whitespace-divided words of a surname that stand for it alone: of "García López" the first and the last.
std::vector<std::string> surname_facts(const bib::Name& name) {
    if (name.family.empty()) {
        std::string whole = fold_fact(name.literal);
        return whole.empty() ? std::vector<std::string>() : std::vector<std::string>{std::move(whole)};
    }
    std::vector<std::string> out{fold_fact(name.family)};
    const auto add = [&out](std::string fact) {
        if (fact.size() > 1 && std::ranges::find(out, fact) == out.end()) {
            out.push_back(std::move(fact));
        }
    };
    if (!name.non_dropping_particle.empty() || !name.dropping_particle.empty()) {
        add(fold_fact(name.dropping_particle + name.non_dropping_particle + name.family));
    }
    if (name.family.find_first_of(" -") != std::string::npos ||
        static_cast<unsigned char>(name.family[0]) >= 0x80) {
        const auto words = text::fold_words(name.family);
        if (words.size() > 1) {
            add(words.back());
            if (words.front().size() > 3) {  // "van", "de", "Al" stand for nobody
                add(words.front());
            }
        }
    }
    return out;
}

constexpr std::array<std::string_view, 28> kStopWords{
    "a",   "an",  "and", "are", "as", "at",  "by", "do",   "does", "for", "from", "how",  "in",     "is",
    "its", "not", "of",  "on",  "or", "the", "to", "upon", "via",  "vs",  "what", "with", "versus", "der"};

std::string join(const std::vector<std::string>& words, std::size_t limit) {
    std::string out;
    for (std::size_t i = 0; i < std::min(limit, words.size()); ++i) {
        out += words[i];
    }
    return out;
}

std::string start_of(const std::vector<std::string>& words) {
    std::vector<std::string> content;
    for (const std::string& word : words) {
        if (std::ranges::find(kStopWords, word) == kStopWords.end()) {
            content.push_back(word);
            if (content.size() == 4) {
                break;
            }
        }
    }
    return join(content, 4);
}

}  // namespace

Key text_hash(std::string_view text) {
    const Key hash = XXH3_64bits(text.data(), text.size());
    return hash != 0 ? hash : 1;
}

std::vector<std::string> title_words(std::string_view title) {
    constexpr std::size_t kLongest = 4000;
    title = title.substr(0, kLongest);
    if (!is_ascii(title)) {
        return text::fold_words(title);
    }
    std::vector<std::string> out;
    std::string word;
    for (const char c : title) {
        if (text::is_ascii_alnum(c)) {
            word.push_back(text::ascii_lower(c));
        } else if (c != '\'' && c != '`' && !word.empty()) {
            out.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        out.push_back(std::move(word));
    }
    return out;
}

std::string fold_fact(std::string_view text) {
    if (!is_ascii(text)) {
        return text::fold_key(text);
    }
    std::string out;
    for (const char c : text) {
        if (text::is_ascii_alnum(c)) {
            out.push_back(text::ascii_lower(c));
        }
    }
    return out;
}

std::string number_fact(std::string_view text) {
    const auto first = std::ranges::find_if(text, text::is_ascii_digit);
    if (first == text.end()) {
        return fold_fact(text);
    }
    auto last = std::find_if_not(first, text.end(), text::is_ascii_digit);
    std::string_view digits(first, last);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return std::string(digits);
}

Key identifier_key(bib::Field field, std::string_view canonical) {
    if (canonical.empty()) {
        return 0;
    }
    return key('I', {bib::csl_name(field), canonical});
}
Key registrant_key(std::string_view DOI) {
    const auto slash = DOI.find('/');
    return slash == std::string_view::npos ? 0 : key('R', {DOI.substr(0, slash)});
}
Key surname_year_page_key(std::string_view surname, int year, std::string_view first_page) {
    return key('A', {fold_fact(surname), year_fact(year), number_fact(first_page)});
}
Key year_volume_page_key(int year, std::string_view volume, std::string_view first_page) {
    return key('B', {year_fact(year), number_fact(volume), number_fact(first_page)});
}
Key surname_volume_page_key(std::string_view surname, std::string_view volume, std::string_view first_page) {
    return key('C', {fold_fact(surname), number_fact(volume), number_fact(first_page)});
}
Key surname_year_volume_key(std::string_view surname, int year, std::string_view volume) {
    return key('E', {fold_fact(surname), year_fact(year), number_fact(volume)});
}
Key whole_title_key(const std::vector<std::string>& title_words) {
    return key('T', {join(title_words, title_words.size())});
}
Key title_key(std::string_view title) { return whole_title_key(title_words(title)); }
Key title_start_key(std::string_view title) { return key('F', {start_of(title_words(title))}); }
Key slot_key(std::string_view journal_key, std::string_view volume, std::string_view first_page) {
    return key('S', {fold_fact(journal_key), number_fact(volume), number_fact(first_page)});
}

std::string journal_fact(const bib::Item& item) {
    if (item.container_title.empty()) {
        return item.container_title_short.empty() ? std::string()
                                                  : bib::journal_key(item.container_title_short);
    }
    if (!item.container_title_short.empty() && !bib::find_journal(item.container_title) &&
        bib::find_journal(item.container_title_short)) {
        return bib::journal_key(item.container_title_short);
    }
    return bib::journal_key(item.container_title);
}

void append_keys(const bib::Item& item, std::string_view journal, const std::vector<std::string>& title_words,
                 std::vector<Key>& out) {
    const std::size_t begin = out.size();
    const auto add = [&out](Key one) {
        if (one != 0) {
            out.push_back(one);
        }
    };
    for (const bib::Field field : {bib::Field::DOI, bib::Field::PMID, bib::Field::PMCID, bib::Field::arXiv,
                                   bib::Field::ISBN, bib::Field::PII}) {
        add(identifier_key(field, item.text(field)));
    }
    add(registrant_key(item.DOI));
    const std::string year = year_fact(item.issued.year);
    const std::string volume = number_fact(item.volume);
    const std::string page = number_fact(item.page);
    if (!item.author.empty()) {
        for (const std::string& surname : surname_facts(item.author.front())) {
            add(key('A', {surname, year, page}));
            add(key('C', {surname, volume, page}));
            add(key('E', {surname, year, volume}));
        }
    }
    add(key('B', {year, volume, page}));
    add(key('S', {fold_fact(journal), volume, page}));
    add(whole_title_key(title_words));
    add(key('F', {start_of(title_words)}));
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
    out.erase(std::unique(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end()), out.end());
}

std::vector<Key> keys_of(const bib::Item& item) {
    std::vector<Key> out;
    append_keys(item, journal_fact(item), title_words(item.title), out);
    return out;
}

}  // namespace whereof::authority
