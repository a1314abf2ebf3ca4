// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "finding/verdict.hpp"
#include "store/index.hpp"
#include "store/overview.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::store {

/// One article as the store lists it.
struct ArticleSummary {
    std::int64_t id = 0;
    std::string path;  ///< as given to add; of a JSONL article "file.jsonl#id"
    std::string key;   ///< the article's own id where it has one, else the path: how search names it
    std::string title;
    std::string format;
    std::string sha256;  ///< of the bytes it was read from
    std::int64_t references = 0;
    std::int64_t markers = 0;
    std::int64_t claims = 0;
};

enum class PutOutcome : std::uint8_t { added, replaced, unchanged };

/// What is done with an article that is there with the same path and sha256.
enum class IfUnchanged : std::uint8_t { leave, replace };

/// A reference of a stored article.
struct StoredReference {
    std::int64_t id = 0;
    std::int64_t article = 0;
    std::uint32_t index = 0;  ///< into Article::references
    std::int64_t work = 0;
    article::ListedReference listed;
};

/// How often a work is cited.
struct CitationCounts {
    std::int64_t citations = 0;  ///< references that mean it
    std::int64_t articles = 0;   ///< that have one of them
};

/// What a check of the whole store said of a reference last.
struct ToldVerdict {
    std::string authority_state;  ///< empty when its article was replaced since, with this very string in it
    finding::Verdict verdict;
};

/// What a person has looked into and lets stand.
struct Acceptance {
    std::string fingerprint;  ///< bib::fingerprint() of the reference, or of the claim's text
    std::string rule;         ///< the headline, or the rule of the finding, that was accepted, and no other
    std::string reason;
    std::string text;           ///< the reference's or claim's own words, for people
    std::string accepted_on{};  ///< ISO 8601, the day, UTC; the store fills it in
};

/// The id of a reference from its article's and its place in the list, and back.
inline constexpr int kReferenceBits = 24;
[[nodiscard]] constexpr std::int64_t reference_id(std::int64_t article, std::uint32_t index) noexcept {
    return article * (std::int64_t{1} << kReferenceBits) + index;
}

/// Everything that was read, in one file. One writer at a time; a second waits 5 s, then gets DbError.
/// Failure throws sqlite::DbError and leaves the store as it was.
class Store {
  public:
    virtual ~Store() = default;

    /// Adds an article, or replaces the one of that path, in one transaction.
    virtual PutOutcome put_article(std::string_view path, std::string_view sha256,
                                   const article::Article& article, IfUnchanged if_unchanged) = 0;
    PutOutcome put_article(std::string_view path, std::string_view sha256, const article::Article& article) {
        return put_article(path, sha256, article, IfUnchanged::leave);
    }
    /// Between begin_batch and commit_batch articles share transactions, each still whole or not there at
    /// all. What was put may be committed earlier: whenever much has gathered, so that memory stays bounded.
    /// An article that fails takes only itself back; a full disk takes back all that is not yet committed.
    /// Use Batch rather than these.
    virtual void begin_batch() = 0;
    virtual void commit_batch() = 0;
    virtual void abandon_batch() noexcept = 0;

    virtual bool has_article(std::string_view path, std::string_view sha256) = 0;
    /// By path or key or id in digits; false when there is none.
    virtual bool remove_article(std::string_view name) = 0;

    virtual std::vector<ArticleSummary> articles() = 0;  ///< by path
    virtual std::optional<ArticleSummary> find_article(
        std::string_view name) = 0;                         ///< by path, key or id in digits
    virtual article::Article article(std::int64_t id) = 0;  ///< as it was put; throws DbError when absent

    virtual std::vector<StoredReference> references_of_work(std::int64_t work) = 0;
    virtual CitationCounts citations_of_work(std::int64_t work) = 0;
    virtual std::vector<StoredReference> references_of_article(std::int64_t article) = 0;
    virtual std::optional<StoredReference> reference(std::int64_t id) = 0;
    virtual std::vector<std::int64_t> works() = 0;  ///< ids of all works, in order

    /// The verdict of a reference under an authority state (a digest of the authorities asked), or absent.
    virtual std::optional<finding::Verdict> verdict(std::int64_t reference,
                                                    std::string_view authority_state) = 0;
    virtual void put_verdict(std::int64_t reference, std::string_view authority_state,
                             const finding::Verdict& verdict) = 0;

    /// What was told of a reference last, and telling it. Verdicts of other states are forgotten then. What
    /// was told stays with the strings of a reference list when their article is replaced.
    virtual std::optional<ToldVerdict> told_verdict(std::int64_t reference) = 0;
    virtual void tell_verdict(std::int64_t reference, std::string_view authority_state,
                              const finding::Verdict& verdict) = 0;

    /// Keeps an acceptance, in place of an earlier one of the same fingerprint and rule. It stays when
    /// articles are replaced or taken out.
    virtual void accept(const Acceptance& acceptance) = 0;
    virtual std::vector<Acceptance> acceptances() = 0;  ///< by day, then by text
    /// Forgets those of a fingerprint, or with `rule` only that one. How many there were.
    virtual std::size_t forget_acceptances(std::string_view fingerprint, std::string_view rule) = 0;

    /// Between begin_reading and end_reading, of which there may be several inside each other, one state of
    /// the store is seen, whatever other processes do. Nothing is written meanwhile. Use Reading rather than
    /// these.
    virtual void begin_reading() = 0;
    virtual void end_reading() noexcept = 0;

    /// What the kept verdicts say of everything. Takes time that grows with the store: seconds for millions
    /// of references. At most `most` sites, journals and works each.
    virtual Overview overview(std::size_t most) = 0;

    /// What search reads. Lives as long as the store; sees every article put before.
    virtual Index& index() = 0;

    /// SQLite's and FTS5's own integrity checks and our digests; one sentence for each fault found.
    virtual std::vector<std::string> check_integrity() = 0;
};

/// Opens or makes the store at `path`. Throws sqlite::SchemaError for a newer or foreign file (untouched).
std::unique_ptr<Store> open_store(const std::filesystem::path& path);

/// The same for who wants to read: a store that exists but may not be written is opened too, and then keeps
/// no verdict.
std::unique_ptr<Store> open_store_to_read(const std::filesystem::path& path);

/// Many articles at once: several times as fast as one by one. What is not committed when it ends is taken
/// back.
class Batch {
  public:
    explicit Batch(Store& store) : store_(store) { store_.begin_batch(); }
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    ~Batch() {
        if (open_) {
            store_.abandon_batch();
        }
    }
    void commit() {
        store_.commit_batch();
        open_ = false;
    }

  private:
    Store& store_;
    bool open_ = true;
};

/// One state of the store while it lives, for who reads much.
class Reading {
  public:
    explicit Reading(Store& store) : store_(store) { store_.begin_reading(); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { store_.end_reading(); }

  private:
    Store& store_;
};

}  // namespace whereof::store
