// SPDX-License-Identifier: MIT
#include "bib/fingerprint.hpp"
#include "report/terminal.hpp"
#include "serve/pages.hpp"
#include "serve/target.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

constexpr std::size_t kLongestReason = 2000;

/// The reference that a form names.
struct Named {
    std::string id;
    store::StoredReference reference;
};
std::optional<Named> reference_of(Visit& visit, const Parameters& form) {
    const auto id = std::ranges::find(form, "id", &Parameters::value_type::first);
    if (id == form.end()) {
        return std::nullopt;
    }
    // Names are any bytes, and come encoded once more: a form is text.
    const std::string name = percent_decoded(id->second).value_or(id->second);
    const Target target = parse_target(name);
    const auto article = visit.desk.desk.find_article(visit.store(), target.article);
    const auto index = index_of(target);
    if (target.kind != Target::Kind::reference || !article || !index) {
        return std::nullopt;
    }
    auto reference = visit.store().reference(store::reference_id(article->id, *index));
    return reference && reference->article == article->id ? std::optional(Named{name, *std::move(reference)})
                                                          : std::nullopt;
}

PageData no_such_reference() {
    return failed(404, "The store holds no such reference.",
                  "Go back and reload the page: the article may have changed.");
}

PageData back_to(const Named& named) {
    PageData out;
    out.location = page_of("reference", named.id);
    return out;
}

}  // namespace

PageData accept_page(Visit& visit) {
    const Parameters form = read_form(visit.request.body);
    const auto named = reference_of(visit, form);
    if (!named) {
        return no_such_reference();
    }
    std::string reason = report::one_line(value_of(form, "reason").substr(0, kLongestReason));
    if (text::trim(reason).empty()) {
        return failed(400, "A reason is needed: who reads the list later must know why it may stand.",
                      "Go back and give one.");
    }
    const bib::Reference& reference = named->reference.listed.reference;
    const finding::Verdict verdict = visit.judge().verdict(named->reference.id, reference);
    const std::string rule(finding::name(verdict.headline));
    if (value_of(form, "rule") != rule || verdict.headline == finding::Headline::verified) {
        return failed(409, fmt::format("The verdict is {} now: what is not said cannot be accepted.", rule),
                      "Go back and reload the page.");
    }
    visit.store().accept({bib::fingerprint(reference), rule, std::move(reason),
                          reference.raw.empty() ? reference.item.title : reference.raw});
    return back_to(*named);
}

PageData withdraw_page(Visit& visit) {
    const Parameters form = read_form(visit.request.body);
    const auto named = reference_of(visit, form);
    if (!named) {
        return no_such_reference();
    }
    visit.store().forget_acceptances(bib::fingerprint(named->reference.listed.reference),
                                     value_of(form, "rule"));
    return back_to(*named);
}

}  // namespace whereof::serve
