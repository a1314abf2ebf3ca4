// SPDX-License-Identifier: MIT
#include "cli/command_accept.hpp"

#include "bib/fingerprint.hpp"
#include "cli/authorities.hpp"
#include "cli/failure.hpp"
#include "cli/open_store.hpp"
#include "report/json_text.hpp"
#include "report/report.hpp"
#include "report/rules.hpp"
#include "serve/stored_judge.hpp"
#include "serve/target.hpp"
#include "store/store.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

/// What an acceptance is about.
struct Subject {
    std::string fingerprint;
    std::string text;
    std::optional<store::StoredReference> reference;  ///< absent: it is a claim
};

/// A finding that a person wants to stand is not a verdict that may change: only headlines are compared with
/// what is said today.
bool is_headline(std::string_view rule) { return finding::headline_of_name(rule).has_value(); }

class AcceptInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ID", id_, "path#r3 for a reference, path#c2 for a claim, as in whereof show",
                             false);
        arguments.option("--reason", reason_, "TEXT", "Why it may stand");
        arguments.option("--rule", rule_, "RULE",
                         "What is accepted, when it is not the reference's verdict: uncited-reference, …");
        arguments.flag("--list", list_, "List what is accepted");
        arguments.flag("--remove", remove_,
                       "Take back what was accepted: by ID, or by the fingerprint that --list shows");
        arguments.choice("--format", format_, {"text", "ndjson"}, "How to print the list");
        arguments.option("--db", db_, "FILE", "The store");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask; may be repeated, replaces the default");
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (list_) {
            return remove_ || !id_.empty() || !reason_.empty() ? std::optional("--list stands alone")
                                                               : std::nullopt;
        }
        if (id_.empty()) {
            return "expected the ID of a reference (path#r3), or --list";
        }
        if (!rule_.empty() && report::find_rule(rule_) == nullptr) {
            return fmt::format("--rule: there is no rule '{}' (mismatch, uncited-claim, …)", rule_);
        }
        if (!remove_ && text::trim(reason_).empty()) {
            return "--reason TEXT is needed: who reads the list later must know why it may stand";
        }
        return std::nullopt;
    }

    int run(Context& context) override {
        const auto store = open_existing_store(context, db_);
        if (list_) {
            return list(context, *store);
        }
        return remove_ ? remove(context, *store) : accept(context, *store);
    }

  private:
    int accept(Context& context, store::Store& store) {
        const auto subject = find_subject(store);
        if (!subject) {
            throw Refusal({fmt::format("the store holds no reference or claim '{}'", id_), id_,
                           "whereof show PATH lists those of an article"});
        }
        const std::string rule = rule_to_accept(context, store, *subject);
        std::string reason(text::trim(reason_));
        std::ranges::replace_if(
            reason, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        store.accept({subject->fingerprint, rule, reason, subject->text});
        context.out << report::terminal_safe(fmt::format("accepted {}: {} — {}\n", id_, rule, reason));
        return kDone;
    }

    std::string rule_to_accept(Context& context, store::Store& store, const Subject& subject) {
        if (!subject.reference) {
            if (rule_.empty() || is_headline(rule_)) {
                throw Refusal({"a claim has no verdict: name what to accept with --rule", id_,
                               "--rule uncited-claim, for instance"});
            }
            return rule_;
        }
        if (!rule_.empty() && !is_headline(rule_)) {
            return rule_;
        }
        const Authorities authorities(context, authorities_);
        serve::StoredJudge judge(store, authorities.pointers(), authorities.state(),
                                 serve::Keeping::verdicts);
        const auto verdict = judge.verdict(subject.reference->id, subject.reference->listed.reference);
        const std::string now(finding::name(verdict.headline));
        if (!rule_.empty() && rule_ != now) {
            throw Refusal({fmt::format("the verdict on {} is {}, not {}: what is not said cannot be accepted",
                                       id_, now, rule_),
                           id_,
                           {}});
        }
        if (verdict.headline == finding::Headline::verified) {
            throw Refusal({fmt::format("{} is verified: there is nothing to accept", id_), id_,
                           "a finding on it is accepted with --rule"});
        }
        return now;
    }

    std::optional<Subject> find_subject(store::Store& store) const {
        serve::Target target = serve::resolve_target(store, find_article, id_);
        const auto summary = find_article(store, target.article);
        if (!summary) {
            return std::nullopt;
        }
        const auto article = store.article(summary->id);
        if (target.kind == serve::Target::Kind::place) {
            target = serve::target_at(article, target).value_or(serve::Target{});
        }
        if (target.kind != serve::Target::Kind::reference && target.kind != serve::Target::Kind::claim) {
            return std::nullopt;
        }
        const auto index = static_cast<std::size_t>(target.number - 1);
        if (target.kind == serve::Target::Kind::reference) {
            auto references = store.references_of_article(summary->id);
            if (index >= references.size()) {
                return std::nullopt;
            }
            const bib::Reference& reference = references[index].listed.reference;
            return Subject{bib::fingerprint(reference),
                           reference.raw.empty() ? reference.item.title : reference.raw, references[index]};
        }
        if (index >= article.claims.size()) {
            return std::nullopt;
        }
        const std::string& text = article.claims[index].text;
        return Subject{bib::fingerprint(std::string_view(text)), text, std::nullopt};
    }

    int remove(Context& context, store::Store& store) {
        const auto subject = find_subject(store);
        const std::size_t count = store.forget_acceptances(subject ? subject->fingerprint : id_, rule_);
        if (count == 0) {
            throw Refusal({fmt::format("nothing is accepted under '{}'", id_), id_,
                           "whereof accept --list shows what is"});
        }
        context.out << fmt::format("{} no longer accepted\n", count);
        return kDone;
    }

    int list(Context& context, store::Store& store) {
        for (const store::Acceptance& one : store.acceptances()) {
            if (format_ == "ndjson") {
                const Json line{{"fingerprint", one.fingerprint},
                                {"rule", one.rule},
                                {"reason", one.reason},
                                {"date", one.accepted_on},
                                {"text", one.text}};
                context.out << report::json_line(line);
            } else {
                context.out << report::terminal_safe(fmt::format("{} {} {} — {}\n    {}\n", one.accepted_on,
                                                                 one.fingerprint, one.rule, one.reason,
                                                                 one.text));
            }
        }
        return kDone;
    }

    std::string id_;
    std::string reason_;
    std::string rule_;
    bool list_ = false;
    bool remove_ = false;
    std::string format_ = "text";
    std::string db_;
    std::vector<std::string> authorities_;
};

}  // namespace

std::unique_ptr<Invocation> make_accept() { return std::make_unique<AcceptInvocation>(); }

}  // namespace whereof::cli
