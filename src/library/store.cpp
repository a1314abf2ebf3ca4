// SPDX-License-Identifier: MIT
#include "store/store.hpp"

#include "article/readers.hpp"
#include "base/digest.hpp"
#include "base/io.hpp"
#include "library/checker.hpp"
#include "library/values.hpp"
#include "search/search.hpp"
#include "serve/stored_judge.hpp"

#include <utility>

namespace whereof {
namespace {

void put(store::Store& store, std::string_view bytes, std::string_view name, Added& added) {
    const std::string digest = sha256_hex(bytes);
    const auto read = article::read_named_articles(bytes, name);
    for (const Error& error : read.skipped) {
        added.problems.push_back(library::given(error, name));
    }
    for (const auto& named : read.articles) {
        switch (store.put_article(named.name, digest, named.article)) {
            case store::PutOutcome::added:
                ++added.added;
                break;
            case store::PutOutcome::replaced:
                ++added.replaced;
                break;
            case store::PutOutcome::unchanged:
                ++added.unchanged;
                break;
        }
    }
}

search::Options options_of(const SearchOptions& options) {
    search::Options out;
    out.scope = static_cast<search::Scope>(options.scope);
    out.limit = options.limit;
    out.offset = options.offset;
    return out;
}

}  // namespace

struct Store::Impl {
    std::unique_ptr<store::Store> store;

    Found search(std::string_view query, const SearchOptions& options, serve::StoredJudge* judge) {
        Found out;
        auto hits = search::search(*store, query, options_of(options));
        if (!hits) {
            out.problem = library::given(hits.error(), {});
            return out;
        }
        for (auto& hit : *hits) {
            for (auto& source : hit.references) {
                if (judge != nullptr) {
                    source.verdict = judge->verdict(source.id, source.reference);
                }
            }
            out.hits.push_back(library::given(hit));
        }
        return out;
    }
};

Store::Store(const std::filesystem::path& file)
    : impl_(library::guarded([&] { return std::make_unique<Impl>(Impl{store::open_store(file)}); })) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Added Store::add(std::span<const std::filesystem::path> files) {
    return library::guarded([&] {
        Added out;
        store::Batch batch(*impl_->store);
        for (const auto& file : files) {
            const std::string name = file.lexically_normal().generic_string();
            try {
                put(*impl_->store, read_file(file, article::kMaxFileBytes), name, out);
            } catch (const IoError& unreadable) {
                out.problems.push_back({unreadable.what(), name, 0});
            }
        }
        batch.commit();
        return out;
    });
}

Added Store::add(std::string_view bytes, std::string_view name) {
    return library::guarded([&] {
        Added out;
        put(*impl_->store, bytes, name, out);
        return out;
    });
}

bool Store::remove(std::string_view name) {
    return library::guarded([&] { return impl_->store->remove_article(name); });
}

std::vector<StoredArticle> Store::articles() {
    return library::guarded([&] {
        std::vector<StoredArticle> out;
        for (auto& one : impl_->store->articles()) {
            out.push_back({std::move(one.path), std::move(one.title),
                           static_cast<std::size_t>(one.references), static_cast<std::size_t>(one.claims)});
        }
        return out;
    });
}

Found Store::search(std::string_view query, const SearchOptions& options) {
    return library::guarded([&] { return impl_->search(query, options, nullptr); });
}

Found Store::search(std::string_view query, const SearchOptions& options, Checker& checker) {
    return library::guarded([&] {
        const auto& asked = *checker.impl_;
        serve::StoredJudge judge(*impl_->store, asked.authorities, asked.state, serve::Keeping::verdicts);
        return impl_->search(query, options, &judge);
    });
}

}  // namespace whereof
