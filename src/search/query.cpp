// SPDX-License-Identifier: MIT
#include "search/query.hpp"

#include "search/fields.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace whereof::search {
namespace {

using text::is_ascii_digit;
using text::is_ascii_letter;
using text::is_ascii_space;

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kNearDefault = 10;  ///< words between, as FTS5 has it
constexpr std::size_t kNearMost = 1000;
constexpr std::size_t kLongestPhrase = 100;  ///< words
constexpr std::size_t kMostPrefixes = 64;    ///< as many as words that are ranked (kRankedWords)

/// Reads the text once, from left to right.
class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<Node> run() {
        Node root = read_alternatives(0);
        if (error_) {
            return *error_;
        }
        return root;
    }

  private:
    [[nodiscard]] bool at_end() const noexcept { return at_ >= text_.size() || error_.has_value(); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool ends_word(std::size_t at) const noexcept {
        return at >= text_.size() || is_ascii_space(text_[at]) || text_[at] == '(' || text_[at] == ')' ||
               text_[at] == '"';
    }
    void fail(std::string what, std::size_t at) {
        if (!error_) {
            error_ = Error{std::move(what), "the query", at};
        }
    }

    /// a b OR c d
    Node read_alternatives(std::size_t depth) {
        std::vector<Node> options;
        do {
            options.push_back(read_group(depth));
        } while (!at_end() && take_word("OR"));
        std::erase_if(options, is_empty);
        if (options.size() == 1) {
            return std::move(options.front());
        }
        Node out;
        out.any_of = std::move(options);
        return out;
    }

    static bool is_empty(const Node& node) noexcept {
        return !node.is_leaf && node.must.empty() && node.must_not.empty() && node.should.empty() &&
               node.any_of.empty();
    }

    /// Parts beside one another, up to OR, a closing parenthesis or the end.
    Node read_group(std::size_t depth) {
        Node out;
        std::optional<Node> held;  // what an AND or NEAR may still claim
        bool held_must = false;
        bool negate = false;
        const auto let_go = [&] {
            if (held && !is_empty(*held)) {
                (held_must || is_filter(*held) ? out.must : out.should).push_back(std::move(*held));
            }
            held.reset();
            held_must = false;
        };
        bool both = false;
        while (!at_end()) {
            skip_blanks();
            if (at_end() || (peek() == ')' && depth > 0) || looking_at("OR")) {
                break;
            }
            if (take_word("AND")) {
                held_must = held_must || held.has_value();
                both = true;
                continue;
            }
            if (take_word("NOT") || take_minus()) {
                negate = true;
                continue;
            }
            if (held && read_near(*held, depth)) {
                continue;
            }
            Node next = read_part(depth);
            if (is_empty(next)) {
                continue;
            }
            if (negate) {
                out.must_not.push_back(std::move(next));
            } else {
                let_go();
                held = std::move(next);
                held_must = both;
            }
            negate = both = false;
        }
        let_go();
        return out;
    }

    /// A condition rather than a wish: a filter, a phrase, a word of a named field, and groups of such.
    static bool is_filter(const Node& node) noexcept {
        if (node.is_leaf) {
            return (node.leaf.kind != LeafKind::words && node.leaf.kind != LeafKind::prefix) ||
                   node.leaf.field != TextField::any;
        }
        const bool alternatives = !node.any_of.empty() && std::ranges::all_of(node.any_of, is_filter);
        const bool only_denies = !node.must_not.empty() && node.should.empty() && node.any_of.empty();
        return alternatives || !node.must.empty() || only_denies;
    }

    Node read_part(std::size_t depth) {
        if (peek() == '(') {
            ++at_;
            if (depth >= kDeepest) {
                return {};
            }
            Node out = read_alternatives(depth + 1);
            if (peek() == ')') {
                ++at_;
            }
            return out;
        }
        if (peek() == ')') {
            ++at_;
            return {};
        }
        if (peek() == '"') {
            return read_phrase(TextField::any);
        }
        return read_word();
    }

    Node read_phrase(TextField field) {
        const std::size_t begin = ++at_;
        const std::size_t close = text_.find('"', begin);
        Node out;
        if (close == std::string_view::npos) {
            // A quote that is never closed is a stray character: the words behind it are plain words.
            return out;
        }
        at_ = close + 1;
        out.is_leaf = true;
        out.leaf.kind = LeafKind::phrase;
        out.leaf.field = field;
        out.leaf.text = text_.substr(begin, close - begin);
        if (peek() == '~' && is_ascii_digit(peek(1))) {
            ++at_;
            out.leaf.within = read_number();
        }
        return with_terms(std::move(out));
    }

    /// "a NEAR b", "a NEAR/5 b" join the word or phrase before with that behind.
    bool read_near(Node& before, std::size_t depth) {
        const std::size_t begin = at_;
        std::size_t within = kNearDefault;
        if (text_.substr(at_, 5) == "NEAR/" && is_ascii_digit(peek(5))) {
            at_ += 5;
            within = read_number();
        } else if (!take_word("NEAR")) {
            return false;
        }
        skip_blanks();
        if (at_end() || peek() == ')') {
            return true;
        }
        const Node behind = read_part(depth);
        if (is_empty(behind)) {
            return true;
        }
        if (within == 0) {
            fail("NEAR/0 leaves no room between two words: write \"one two\" for one behind the other",
                 begin);
        } else if (!can_be_near(before) || !can_be_near(behind)) {
            fail("NEAR joins two words or \"phrases\", not a prefix*, a group or a field", begin);
        }
        before.leaf.kind = LeafKind::phrase;
        before.leaf.within = within;
        before.leaf.text += " " + behind.leaf.text;
        return true;
    }

    static bool can_be_near(const Node& node) noexcept {
        return node.is_leaf && (node.leaf.kind == LeafKind::words || node.leaf.kind == LeafKind::phrase) &&
               node.leaf.field == TextField::any;
    }

    /// A plain word, a prefix*, or a field with its value.
    Node read_word() {
        const std::size_t begin = at_;
        while (is_ascii_letter(peek())) {
            ++at_;
        }
        const std::string_view name = text_.substr(begin, at_ - begin);
        if (peek() == ':' && could_be_field(name)) {
            ++at_;
            return read_field(name, begin);
        }
        while (!ends_word(at_)) {
            ++at_;
        }
        Node out;
        out.is_leaf = true;
        out.leaf.text = text_.substr(begin, at_ - begin);
        out.leaf.is_outcome = after_colon_;
        note_outcome(out.leaf.text);
        return as_prefix(std::move(out));
    }

    /// "A versus B: outcome": what stands behind the colon says what is compared.
    void note_outcome(std::string_view word) {
        const std::string folded = text::ascii_lower(word);
        compares_ =
            compares_ || folded == "versus" || folded == "vs" || folded == "vs." || folded == "compared";
        after_colon_ = after_colon_ || (compares_ && word.size() > 1 && word.back() == ':');
    }

    static Node as_prefix(Node out) {
        std::string& word = out.leaf.text;
        if (word.size() > 1 && word.back() == '*' && out.leaf.kind == LeafKind::words) {
            word.pop_back();
            out.leaf.kind = LeafKind::prefix;
        }
        return with_terms(std::move(out));
    }

    /// A name is taken for a field's when it looks like one and something stands right behind the colon, so
    /// that "Placebo: pain", "TNF:x" and "http://x" are words; at the query's end, when it is one.
    [[nodiscard]] bool could_be_field(std::string_view name) const noexcept {
        const char next = peek(1);
        if (is_ascii_space(next)) {
            return has_value_behind_blank(name);
        }
        const bool lower = name.size() >= 3 && text::is_ascii_lower(name[1]) && text::is_ascii_lower(name[2]);
        if (next == '\0' || next == ')') {
            return lower && find_field(name) != nullptr;
        }
        return next != '/' && (lower || find_field(name) != nullptr);
    }

    /// "year: 2016" is meant for a field; "title: a word" may be words.
    [[nodiscard]] bool has_value_behind_blank(std::string_view name) const {
        const QueryField* const field = find_field(name);
        if (field == nullptr || field->text_field || field->name == "site") {
            return false;
        }
        const std::size_t begin = std::min(text_.find_first_not_of(" \t\r\n", at_ + 1), text_.size());
        std::size_t end = begin;
        while (!ends_word(end)) {
            ++end;
        }
        Leaf leaf;
        leaf.text = text_.substr(begin, end - begin);
        return end > begin && !field->read(leaf);
    }

    Node read_field(std::string_view name, std::size_t begin) {
        const auto field = find_field(name);
        if (!field) {
            fail(unknown_field(name), begin);
            return {};
        }
        const std::size_t value_at = at_;
        if (peek() == '\0' || peek() == ')' || is_ascii_space(peek())) {
            fail(fmt::format("{0}: has no value: write it right behind the colon, without a blank",
                             field->name),
                 value_at);
            return {};
        }
        Node out;
        if (peek() == '"' && field->text_field) {
            return read_phrase(*field->text_field);
        }
        const bool quoted = peek() == '"';
        at_ += quoted ? 1 : 0;
        while (at_ < text_.size() && (quoted ? text_[at_] != '"' : !ends_word(at_))) {
            ++at_;
        }
        out.is_leaf = true;
        out.leaf.text = text_.substr(value_at + (quoted ? 1 : 0), at_ - value_at - (quoted ? 1 : 0));
        at_ += quoted && at_ < text_.size() ? 1U : 0U;
        if (field->text_field) {
            out.leaf.field = *field->text_field;
            return as_prefix(std::move(out));
        }
        if (const auto problem = field->read(out.leaf)) {
            fail(*problem, value_at);
            return {};
        }
        return out;
    }

    /// A leaf of text without a letter or digit asks for nothing.
    static Node with_terms(Node leaf) { return text::read_terms(leaf.leaf.text).empty() ? Node() : leaf; }

    std::size_t read_number() {
        std::size_t value = 0;
        while (is_ascii_digit(peek())) {
            value = std::min(kNearMost, value * 10 + static_cast<std::size_t>(peek() - '0'));
            ++at_;
        }
        return value;
    }

    void skip_blanks() {
        while (at_ < text_.size() && (is_ascii_space(text_[at_]) || text_[at_] == '\0')) {
            ++at_;
        }
    }
    [[nodiscard]] bool looking_at(std::string_view word) const noexcept {
        return text_.substr(at_, word.size()) == word && ends_word(at_ + word.size());
    }
    bool take_word(std::string_view word) {
        skip_blanks();
        if (!looking_at(word)) {
            return false;
        }
        at_ += word.size();
        return true;
    }
    bool take_minus() {
        const bool first = at_ == 0 || is_ascii_space(text_[at_ - 1]) || text_[at_ - 1] == '(';
        const bool something_behind = peek(1) == '"' || peek(1) == '(' || !ends_word(at_ + 1);
        if (peek() != '-' || !first || !something_behind) {
            return false;
        }
        ++at_;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::optional<Error> error_;
    bool compares_ = false;
    bool after_colon_ = false;
};

/// Does any part ask for something that must be there?
bool wants_anything(const Node& node) noexcept {
    if (node.is_leaf) {
        return true;
    }
    const auto any = [](const std::vector<Node>& nodes) {
        return std::any_of(nodes.begin(), nodes.end(), wants_anything);
    };
    return any(node.must) || any(node.should) || any(node.any_of);
}

/// What costs far more than a word, counted over the whole query.
struct Costly {
    std::size_t prefixes = 0;
    std::size_t longest_phrase = 0;  ///< in words
};

void count_costly(const Node& node, Costly& out) {
    if (node.is_leaf) {
        out.prefixes += node.leaf.kind == LeafKind::prefix ? 1U : 0U;
        if (node.leaf.kind == LeafKind::phrase) {
            out.longest_phrase = std::max(out.longest_phrase, text::read_terms(node.leaf.text).size());
        }
        return;
    }
    for (const auto* nodes : {&node.must, &node.must_not, &node.should, &node.any_of}) {
        for (const Node& child : *nodes) {
            count_costly(child, out);
        }
    }
}

std::optional<Error> refuse_costly(const Node& query) {
    Costly costly;
    count_costly(query, costly);
    if (costly.longest_phrase > kLongestPhrase) {
        return Error{
            fmt::format("a phrase of at most {} words can be looked for, not of {}: shorten it, or take the "
                        "quotation marks away",
                        kLongestPhrase, costly.longest_phrase),
            "the query", 0};
    }
    if (costly.prefixes > kMostPrefixes) {
        return Error{
            fmt::format("at most {} prefixes can be looked for at once, not {}: take the * from some words",
                        kMostPrefixes, costly.prefixes),
            "the query", 0};
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::pair<std::string, Span>> terms_of_leaf(const Leaf& leaf) {
    const bool is_prefix = leaf.kind == LeafKind::prefix;
    if (leaf.kind != LeafKind::words && leaf.kind != LeafKind::phrase && !is_prefix) {
        return {};
    }
    auto out = text::read_terms(leaf.text);
    if (is_prefix && !out.empty()) {
        // As typed, for a stem may be longer than its word: "therap" and not "therapi".
        out.back().first = text::fold_key(out.back().second.of(leaf.text)) + "*";
    }
    return out;
}

Result<Node> parse_query(std::string_view text) {
    auto out = Parser(text).run();
    if (out && !wants_anything(*out)) {
        return Error{"a query needs at least one word to look for, such as: early \"physical therapy\"",
                     "the query", 0};
    }
    if (out) {
        if (auto refusal = refuse_costly(*out)) {
            return *std::move(refusal);
        }
    }
    return out;
}

}  // namespace whereof::search
