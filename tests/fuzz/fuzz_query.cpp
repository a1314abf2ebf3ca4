// SPDX-License-Identifier: MIT
// rooms: store search
// Any bytes as a query, in every scope, over a store of a few sentences: an answer or an Error, no exception.
#include "search/search.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace whereof;

article::Article sample() {
    article::Article out;
    out.title = "Early care for back pain";
    out.sections = {{"", 0}, {"Questions", 2}};
    const auto add = [&](std::string_view text, std::uint32_t section) {
        const std::size_t begin = out.text.size();
        out.text += text;
        out.sentences.push_back({{begin, out.text.size()}, section, article::BlockKind::paragraph});
        out.text += "\n\n";
    };
    add("Physical therapy (PT) within two weeks beats waiting.", 0);
    add("Graded activity is better than bed rest, studies suggest.", 1);
    article::ListedReference listed;
    listed.reference.raw = "Fritz J. Early versus delayed therapy. PM&R 2023.";
    listed.reference.item.title = "Early versus delayed therapy";
    listed.reference.item.author.push_back({"Fritz", "J", "", "", "", ""});
    listed.reference.item.issued.year = 2023;
    out.references.push_back(listed);
    article::Claim claim;
    claim.text = "Physical therapy (PT) within two weeks beats waiting.";
    claim.references = {0};
    claim.cited = true;
    out.claims.push_back(claim);
    return out;
}

store::Store& sample_store() {
    static const std::unique_ptr<store::Store> store = [] {
        const auto path = std::filesystem::temp_directory_path() / "whereof-fuzz-query.db";
        std::filesystem::remove(path);
        auto out = store::open_store(path);
        out->put_article("a.txt", "1", sample());
        return out;
    }();
    return *store;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view query(reinterpret_cast<const char*>(data), size);
    search::Options options;
    options.explain = true;
    for (int scope = 0; scope <= static_cast<int>(search::Scope::works); ++scope) {
        options.scope = static_cast<search::Scope>(scope);
        const auto hits = search::search(sample_store(), query, options);
        if (!hits) {
            if (hits.error().what.empty() || hits.error().offset > size) {
                std::abort();
            }
            continue;
        }
        for (const search::Hit& hit : *hits) {
            for (const Span& span : hit.matched) {
                if (span.begin >= span.end || span.end > hit.text.size()) {
                    std::abort();
                }
            }
        }
    }
    return 0;
}
