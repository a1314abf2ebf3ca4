// SPDX-License-Identifier: MIT
#include "cli/command_search.hpp"

#include "cli/authorities.hpp"
#include "cli/failure.hpp"
#include "cli/inputs.hpp"
#include "cli/open_store.hpp"
#include "cli/output.hpp"
#include "cli/stream_lines.hpp"
#include "cli/synonym_files.hpp"
#include "report/report.hpp"
#include "search/comparative_query.hpp"
#include "search/fields.hpp"
#include "search/query.hpp"
#include "search/search.hpp"
#include "search/spelling.hpp"
#include "serve/stored_judge.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

struct ScopeName {
    std::string_view name;
    search::Scope scope;
};
constexpr std::array kScopes{
    ScopeName{"claims", search::Scope::claims},       ScopeName{"articles", search::Scope::articles},
    ScopeName{"sentences", search::Scope::sentences}, ScopeName{"references", search::Scope::references},
    ScopeName{"works", search::Scope::works},
};

class SearchInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("QUERY", words_,
                              "Words, \"phrases\", -word, prefix*, field:value; several are joined", false);
        arguments.option("--db", db_, "FILE", "The store");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask; may be repeated, replaces the default");
        std::vector<std::string> scopes;
        for (const auto& [name, scope] : kScopes) {
            scopes.emplace_back(name);
        }
        arguments.choice("--in", scope_, std::move(scopes), "What to search");
        arguments.choice(
            "--sort", order_, {"rank", "year", "evidence"},
            "The order of the best thousand: by score, the newest source, or the best level of evidence");
        arguments.choice("--stance", stance_, {"agrees", "disagrees", "no_direction"},
                         "Of a query that compares: only claims that say so");
        arguments.flag("--no-evidence", no_evidence_,
                       "Let equal scores stand as they come, whatever they rest on");
        arguments.number("-n,--limit", limit_, "How many hits to show");
        arguments.number("--offset", offset_, "How many hits to pass over first");
        arguments.choice("--format", format_, {"text", "json", "ndjson", "csv", "trec"}, "How to print them");
        arguments.option("--queries", queries_, "FILE",
                         "Many queries: id TAB query a line (with --format trec)");
        arguments.flag("--conflicts", conflicts_,
                       "Instead of a QUERY: where the articles disagree, and what rests on flagged sources");
        arguments.option("--synonyms", synonym_files_, "FILE",
                         "More words that say the same: lines \"concept TAB word|phrase\", or MeSH; may be "
                         "repeated");
        arguments.flag("--explain", explain_, "Say why each hit stands where it does");
        arguments.note(
            "In a QUERY",
            "  all words are wished for, the rarer the more; AND, a \"phrase\" and field:value are required\n"
            "  a AND b, a OR b, NOT a or -a, (groups), prefix*, a NEAR/5 b (at most 5 words between), "
            "\"a b\"~5\n"
            "  A vs B, A beats B, is A better than B: claims in groups by what they say of the two");
        std::string fields;
        for (const search::QueryField& field : search::query_fields()) {
            fields += fmt::format("{}  {:<29} {}", fields.empty() ? "" : "\n", std::string(field.name) + ":",
                                  field.help);
        }
        arguments.note("Fields", fields);
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (!queries_.empty() && !words_.empty()) {
            return "give a QUERY or --queries, not both";
        }
        if (conflicts_) {
            if (!words_.empty() || !queries_.empty()) {
                return "give a QUERY or --conflicts, not both";
            }
            if (scope_ != "claims" || !stance_.empty()) {
                return "--conflicts is of all claims: it takes no --in and no --stance";
            }
            if (format_ == "trec" || format_ == "csv") {
                return "--conflicts takes --format text, json or ndjson";
            }
            return limit_ == 0 ? std::optional<std::string>("--limit must be at least 1") : std::nullopt;
        }
        if (queries_.empty() && words_.empty()) {
            return "expected a QUERY, as in: whereof search \"bed rest\"";
        }
        if (!queries_.empty() && format_ != "trec") {
            return "--queries needs --format trec";
        }
        if (limit_ == 0) {
            return "--limit must be at least 1";
        }
        if (!stance_.empty() && scope_ != "claims" && scope_ != "sentences") {
            return "--stance is what a claim or sentence says of the two: --in claims or --in sentences";
        }
        if (scope_ == "articles" && order_ != "rank") {
            return "--sort year and evidence are of sources: with --in articles there is --sort rank";
        }
        return std::nullopt;
    }

    int run(Context& context) override {
        const auto store = open_existing_store(context, db_);
        if (conflicts_) {
            return print_conflicts(context, *store);
        }
        synonyms_ = read_synonyms(context, db_, synonym_files_);
        if (!queries_.empty()) {
            return run_many(context, *store);
        }
        const std::string query = fmt::format("{}", fmt::join(words_, " "));
        const auto parsed = search::parse_query(query);
        auto hits = search::search(*store, query, options());
        if (!hits) {
            throw Refusal({hits.error().what, query, {}});
        }
        if (format_ != "trec") {
            judge(context, *store, *hits);
        }
        if (format_ == "json") {
            context.out << report::hits_json(*hits, query);
        } else if (format_ == "ndjson") {
            context.out << report::hits_ndjson(*hits);
        } else if (format_ == "csv") {
            context.out << report::hits_csv(*hits);
        } else if (format_ == "trec") {
            context.out << report::hits_trec(*hits, "1");
        } else if (!hits->empty() ||
                   offset_ == 0) {  // behind the last page, that nothing is found would not be true
            context.out << report::hits_text(*hits, query, text_style(context, explain_));
        }
        if (format_ != "trec") {
            context.out.flush();
            tell_unknown_words(context, *store, *parsed, query);
        }
        if (hits->empty()) {
            context.out.flush();
            context.err << "whereof search: no hit" << hint(*store, query) << '\n';
            return kFound;
        }
        return kDone;
    }

  private:
    void tell_unknown_words(Context& context, store::Store& store, const search::Node& query,
                            std::string_view typed) const {
        const bool compares = search::read_comparative(typed).has_value();
        const bool not_told_apart = !compares && search::has_sides_alike(typed);
        if (not_told_apart) {
            context.err
                << "whereof search: the two sides could not be told apart: hits are not grouped by what "
                   "they say of them\n";
        }
        for (const auto& [word, suggestion] :
             search::unknown_words(query, store, synonyms_ ? *synonyms_ : search::Synonyms::shipped())) {
            if ((compares || not_told_apart) && search::is_comparing_word(word)) {
                continue;
            }
            context.err << fmt::format(
                "whereof search: no article has \"{}\"{}\n", report::terminal_safe(word),
                suggestion.empty() ? "" : fmt::format(": did you mean {}?", suggestion));
        }
    }

    /// What to try where nothing is found: the first page, or other sentences than claims.
    [[nodiscard]] std::string hint(store::Store& store, const std::string& query) const {
        search::Options elsewhere = options();
        if (offset_ > 0) {
            elsewhere.offset = 0;
            elsewhere.limit = offset_;
            const auto before = search::search(store, query, elsewhere);
            return before && !before->empty()
                       ? fmt::format(" behind --offset {}: {} in all, the last at --offset {}", offset_,
                                     before->size(), before->size() - 1)
                       : "";
        }
        if (elsewhere.scope != search::Scope::claims) {
            return {};
        }
        elsewhere.scope = search::Scope::sentences;
        elsewhere.limit = 1;
        const auto found = search::search(store, query, elsewhere);
        return found && !found->empty() ? " among the claims; --in sentences finds other sentences" : "";
    }

    [[nodiscard]] search::Options options() const {
        search::Options out;
        for (const auto& [name, scope] : kScopes) {
            if (name == scope_) {
                out.scope = scope;
            }
        }
        out.order = order_ == "year"       ? search::Order::year
                    : order_ == "evidence" ? search::Order::evidence
                                           : search::Order::rank;
        out.evidence_breaks_ties = !no_evidence_;
        for (const auto stance :
             {search::Stance::agrees, search::Stance::disagrees, search::Stance::no_direction}) {
            if (stance_ == search::name(stance)) {
                out.stance = stance;
            }
        }
        out.limit = limit_;
        out.offset = offset_;
        out.explain = explain_;
        out.synonyms = synonyms_ ? &*synonyms_ : nullptr;
        return out;
    }

    int print_conflicts(Context& context, store::Store& store) const {
        auto [conflicts, not_listed, of_claims] = search::survey_conflicts(store);
        const std::size_t all = conflicts.size();
        conflicts.erase(conflicts.begin(),
                        conflicts.begin() + static_cast<std::ptrdiff_t>(std::min(offset_, all)));
        conflicts.resize(std::min(conflicts.size(), limit_));
        const bool beyond = all > 0 && conflicts.empty();
        if (format_ == "json") {
            context.out << report::conflicts_json(conflicts, not_listed, all);
        } else if (format_ == "ndjson") {
            context.out << report::conflicts_ndjson(conflicts, not_listed);
        } else if (!beyond) {  // that there is none would not be true
            context.out << report::conflicts_text(conflicts, text_style(context, explain_));
        }
        context.out.flush();
        for (const std::string& line : report::not_listed_lines(not_listed)) {
            context.err << fmt::format("whereof search: {}\n", line);
        }
        if (beyond) {
            context.err << fmt::format(
                "whereof search: no conflict behind --offset {}: {} in all, the last at --offset {}\n",
                offset_, all, all - 1);
            return kFound;
        }
        if (offset_ + conflicts.size() < all) {
            context.err << fmt::format("whereof search: {} of {} shown; --limit and --offset show others\n",
                                       conflicts.size(), all);
        }
        if (all == 0) {
            context.err << "whereof search: no conflict (verdicts are those kept by check and search)\n";
            return kFound;
        }
        return kDone;
    }

    int run_many(Context& context, store::Store& store) {
        std::vector<Error> skipped;
        std::size_t hit_count = 0;
        constexpr std::size_t kLongestId = 80;  ///< of what is shown
        std::unordered_map<std::string, std::size_t> line_of_id;
        constexpr std::size_t kLongestQuery = std::size_t{1} << 20U;
        for_each_line(
            context, queries_, kLongestQuery, [&](std::string_view line, std::size_t number, bool cut) {
                const std::size_t tab = line.find('\t');
                if (tab == std::string_view::npos || tab == 0 || cut) {
                    skipped.push_back(
                        {fmt::format("line {}: expected an id, a tab and a query", number), queries_});
                    return;
                }
                const auto [known, is_new] = line_of_id.emplace(line.substr(0, tab), number);
                if (!is_new) {
                    skipped.push_back(
                        {fmt::format("line {}: expected an id of its own, found \"{}\", which "
                                     "line {} has: its hits would be taken for that one's",
                                     number, line.substr(0, std::min(tab, kLongestId)), known->second),
                         queries_});
                    return;
                }
                const auto hits = search::search(store, line.substr(tab + 1), options());
                if (!hits) {
                    skipped.push_back({fmt::format("line {}: {}", number, hits.error().what), queries_});
                    return;
                }
                hit_count += hits->size();
                context.out << report::hits_trec(*hits, line.substr(0, tab));
            });
        print_skipped(context, skipped);
        if (!skipped.empty()) {
            context.err << fmt::format("whereof search: {} of the queries could not be asked\n",
                                       skipped.size());
            return kBroken;
        }
        if (hit_count == 0) {
            context.err << "whereof search: no hit\n";
        }
        return hit_count == 0 ? kFound : kDone;
    }

    void judge(Context& context, store::Store& store, std::vector<search::Hit>& hits) {
        const Authorities authorities(context, authorities_);
        serve::StoredJudge judge(store, authorities.pointers(), authorities.state(),
                                 serve::Keeping::verdicts);
        {
            const store::Reading reading(store);  // which locks the store once, not for each
            for (auto& hit : hits) {
                for (auto& source : hit.references) {
                    source.verdict = judge.kept(source.id);
                }
            }
        }
        for (auto& hit : hits) {
            for (auto& source : hit.references) {
                if (!source.verdict) {
                    source.verdict = judge.verdict(source.id, source.reference);
                }
            }
        }
    }

    std::vector<std::string> words_;
    std::string db_;
    std::vector<std::string> authorities_;
    std::string scope_ = "claims";
    std::string order_ = "rank";
    std::string stance_;
    bool no_evidence_ = false;
    std::size_t limit_ = 10;
    std::size_t offset_ = 0;
    std::string format_ = "text";
    std::string queries_;
    std::vector<std::string> synonym_files_;
    std::optional<search::Synonyms> synonyms_;
    bool explain_ = false;
    bool conflicts_ = false;
};

}  // namespace

std::unique_ptr<Invocation> make_search() { return std::make_unique<SearchInvocation>(); }

}  // namespace whereof::cli
