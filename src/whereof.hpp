// SPDX-License-Identifier: MIT
#pragma once

/// whereof as a library: reads reference strings, says of citations whether the work exists, is what is said
/// of it and still stands, and searches the claims of many articles.
///
///     find_package(whereof REQUIRED)
///     target_link_libraries(app PRIVATE whereof::whereof)
///
/// All text is UTF-8; invalid bytes are read as U+FFFD. Everything works offline and is deterministic: the
/// same question to the same files gets the same answer. The library prints nothing, ends no process, and
/// reads no environment variable, but that `PATH` says where pdftotext is, which reads PDFs.
///
/// Values are plain and belong to whom they are given. An object of a class is for one thread at a time;
/// different objects may be used in different threads, also of one file. The functions are thread-safe.
///
/// Bad input (an article that cannot be read, a query that cannot be meant) is a Problem beside the rest of
/// the answer. A broken world (a file that cannot be opened, a full disk) throws Failure.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#define WHEREOF_API __attribute__((visibility("default")))
#define WHEREOF_LOCAL __attribute__((visibility("hidden")))

namespace whereof {

/// Of the library that runs: "0.1.0".
[[nodiscard]] WHEREOF_API std::string_view version() noexcept;

/// The world would not let us: what() is one sentence that names the file and the reason.
class WHEREOF_API Failure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
    Failure(const Failure&) = default;
    Failure& operator=(const Failure&) = default;
    ~Failure() override;
};

/// Why one thing of an input could not be used. The others were.
struct Problem {
    std::string what;        ///< what was expected and what was there, in one sentence
    std::string where;       ///< the name of the file; empty for a query
    std::size_t offset = 0;  ///< bytes from its beginning, where that is known
};

// References
// ---------------------------------------------------------------------------------------------------------

/// A person, or an organisation when only `literal` is set. Given names are as cited: "Jan", "J. M.", "JM".
struct Name {
    std::string family;
    std::string given;
    std::string dropping_particle;
    std::string non_dropping_particle;
    std::string suffix;
    std::string literal;
    bool operator==(const Name&) const = default;
};

/// As precise as it was given: month and day are 0 when unknown, year is 0 when there is only `literal`.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    std::string literal;  ///< "n.d.", "in press"; else empty
    bool operator==(const Date&) const = default;
};

/// What is known of a work, under the names of CSL-JSON 1.0.2. An empty field is absent.
struct Item {
    std::string type = "document";  ///< "article-journal", "book", "chapter", "webpage", …
    std::vector<Name> author;
    std::vector<Name> editor;
    bool authors_elided = false;  ///< "et al.": the list goes on
    bool editors_elided = false;
    std::string title;
    std::string container_title;        ///< journal, book, proceedings, web site; as given
    std::string container_title_short;  ///< its abbreviation, where both are known
    std::string collection_title;
    std::string volume;
    std::string issue;
    std::string page;  ///< "2356-2367" (expanded), "e5001", "S34-S41"
    std::string edition;
    Date issued;
    Date epub;  ///< of the online version, where it is told apart
    Date accessed;
    std::string publisher;
    std::string publisher_place;
    std::string genre;  ///< "PhD thesis"
    std::string language;
    // Identifiers are given in their canonical form, and taken in any form that people write.
    std::string DOI;    ///< "10.1016/s0140-6736(18)30480-x"
    std::string PMID;   ///< "29573870"
    std::string PMCID;  ///< "PMC6657922"
    std::string arXiv;
    std::string ISBN;   ///< 13 digits
    std::string ISSN;   ///< "1234-567X"
    std::string PII;    ///< of a publisher's article page, without punctuation
    std::string trial;  ///< a registration: "NCT01234567"
    std::string URL;
    std::string note;  ///< what nobody understood, verbatim
    bool operator==(const Item&) const = default;
};

/// The item as a CSL-JSON object in one line, without `id`; what CSL-JSON lacks stands below `custom`.
[[nodiscard]] WHEREOF_API std::string csl_json(const Item& item);

/// Where in Reference::raw a field was read, and how sure that is.
struct FieldSpan {
    std::string field;  ///< "container-title": the key in CSL-JSON
    std::size_t begin = 0;
    std::size_t end = 0;      ///< bytes [begin, end)
    double confidence = 1.0;  ///< 0 to 1
    bool operator==(const FieldSpan&) const = default;
};

/// One entry of a list: what it says verbatim, and what was understood of it.
struct Reference {
    std::string raw;    ///< verbatim, without the list's label; empty where only `item` is known
    std::string label;  ///< "3", "Smith 2020", as printed
    Item item;
    std::vector<FieldSpan> spans;
    double confidence = 1.0;  ///< the share of such references whose every field is right, 0 to 1
    double likeness = 1.0;   ///< that this is a reference at all, 0 to 1; below 0.3 it does not look like one
    bool is_record = false;  ///< `raw` is an entry of BibTeX, RIS and their like, not what a reader sees
    bool operator==(const Reference&) const = default;
};

/// Reads a reference string in any style; always gives a Reference. Linear in the length of the text.
[[nodiscard]] WHEREOF_API Reference parse_reference(std::string_view text);

/// The same for each, in order.
[[nodiscard]] WHEREOF_API std::vector<Reference> parse_references(std::span<const std::string> texts);

// Checking
// ---------------------------------------------------------------------------------------------------------

enum class Existence : std::uint8_t {
    found,        ///< an authority holds this work
    not_found,    ///< an authority shows that it would have known the work, and holds another in its place
    undecidable,  ///< no authority asked covers it, or too little is cited to tell
    unchecked,    ///< nobody could be asked
};
enum class Description : std::uint8_t {
    exact,
    variant,     ///< the same facts in another form: abbreviation, et al., initials
    incomplete,  ///< nothing wrong, something usual absent
    wrong,       ///< Verdict::wrong_fields says which
};
enum class Status : std::uint8_t { current, corrected, concern, retracted, retraction_notice, superseded };

/// One word for people: the first that applies.
enum class Headline : std::uint8_t {
    retracted,
    wrong_identifier,
    mismatch,
    concern,
    corrected,
    verified,
    not_found,
    undecidable,
    unchecked,
};
enum class Agreement : std::uint8_t { same, variant, different, absent };  ///< silence never disagrees
enum class Level : std::uint8_t { none, note, warning, error };

/// The word that reports print: name(Headline::not_found) is "not_found".
[[nodiscard]] WHEREOF_API std::string_view name(Existence value) noexcept;
[[nodiscard]] WHEREOF_API std::string_view name(Description value) noexcept;
[[nodiscard]] WHEREOF_API std::string_view name(Status value) noexcept;
[[nodiscard]] WHEREOF_API std::string_view name(Headline value) noexcept;
[[nodiscard]] WHEREOF_API std::string_view name(Agreement value) noexcept;
[[nodiscard]] WHEREOF_API std::string_view name(Level value) noexcept;

/// How grave a headline is: verified none, undecidable and unchecked a note, retracted an error.
[[nodiscard]] WHEREOF_API Level level_of(Headline headline) noexcept;

/// One comparison, kept whole so that a reader can disagree.
struct Evidence {
    std::string field;  ///< "title", "DOI"
    Agreement agreement = Agreement::absent;
    std::string cited;   ///< as the article has it
    std::string found;   ///< as the authority has it
    std::string source;  ///< which authority and record, or which rule
    std::string note;    ///< why, where it is not plain
};

/// What is said of one citation, on three axes kept apart.
struct Verdict {
    Existence existence = Existence::unchecked;
    std::optional<Description> description;  ///< only when found
    std::optional<Status> status;            ///< only when found
    Headline headline = Headline::unchecked;
    std::vector<std::string> wrong_fields;
    std::string reason;     ///< one sentence: why this headline
    std::string next_step;  ///< what to do about it; empty when nothing
    std::vector<Evidence> evidence;
    std::optional<Item> record;        ///< the work that is meant
    std::optional<Item> corrected;     ///< the citation with its wrong fields replaced, where that is known
    std::vector<std::string> notices;  ///< editorial notices, one sentence each
    std::string retracted_on;          ///< ISO 8601; empty when not retracted or unknown
    std::vector<std::string> publication_types;  ///< PubMed's, of `record`
    double probability = 0.0;                    ///< that `record` is the work meant
};

/// One thing said of an article beside the verdicts.
struct Finding {
    std::string rule;  ///< stable name: "uncited-claim", "duplicate-reference"
    Level level = Level::note;
    std::string message;
    std::string hint;        ///< the next step, or empty
    std::uint32_t line = 0;  ///< from 1; 0 when it has no place
    std::uint32_t column = 0;
    std::optional<std::size_t> reference;  ///< index into CheckedArticle::references
    std::optional<std::size_t> claim;      ///< index into CheckedArticle::claims
    std::string suppressed;                ///< as CheckedReference's
};

struct CheckedReference {
    Reference reference;
    Verdict verdict;
    std::uint32_t line = 0;  ///< in the file, from 1; in Word, ODT and PDF files paragraphs
    std::uint32_t column = 0;
    /// The reason that a comment in the article gives why this verdict is not to count; empty: it counts.
    std::string suppressed;
};

/// A sentence that asserts something and says, or should say, on what it rests.
struct Claim {
    std::string text;  ///< without its markers
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::vector<std::size_t> references;  ///< indexes into CheckedArticle::references; empty: cites none
    std::string evidence;                 ///< the words that name evidence ("a 2023 meta-analysis"), or empty
};

struct CheckedArticle {
    std::string name;  ///< as given; "file.jsonl#id" where a file has several
    std::string title;
    std::string format;  ///< "markdown", "docx", "ris", …
    std::vector<CheckedReference> references;
    std::vector<Claim> claims;
    std::vector<Finding> findings;
    std::vector<std::string> warnings;  ///< what was read with loss, and comments that could not be heeded
};

struct CheckedFile {
    std::vector<CheckedArticle> articles;
    std::vector<Problem> problems;  ///< what could not be read, and so was not checked
};

struct CheckerOptions {
    /// Indexes made by `whereof authority import`. None: the sample of works on back pain that the library
    /// carries, which is silent (`undecidable`) about all others.
    std::vector<std::filesystem::path> authorities;
    /// Where the sample's index is kept, so that it is built once only. Empty: built in memory each time.
    std::filesystem::path cache_folder;
};

/// Asks authorities about citations. Everything is told; what a comment in the article (`whereof:ignore RULE
/// — reason`) keeps from counting has that reason, as in `whereof check`. What was accepted with `whereof
/// accept` is kept in a store, which a Checker does not read: it counts here.
class WHEREOF_API Checker {
  public:
    /// Throws Failure when an index is missing, damaged or of a newer whereof: a broken index must never look
    /// like one that does not hold a work.
    explicit Checker(const CheckerOptions& options = {});
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;
    ~Checker();

    [[nodiscard]] Verdict check(const Reference& reference);

    /// Reads an article of any format that `whereof add` reads (text, Markdown, HTML, JATS XML, JSONL, DOCX,
    /// ODT, EPUB, PDF, BibTeX, RIS, …: the content decides) and checks every reference of its list. `name` is
    /// for messages, and its extension breaks ties.
    [[nodiscard]] CheckedFile check_article(std::string_view bytes, std::string_view name);

  private:
    friend class Store;
    struct WHEREOF_LOCAL Impl;
    std::unique_ptr<Impl> impl_;
};

// Searching
// ---------------------------------------------------------------------------------------------------------

struct StoredArticle {
    std::string name;
    std::string title;
    std::size_t references = 0;
    std::size_t claims = 0;
};

struct Added {
    std::size_t added = 0;
    std::size_t replaced = 0;   ///< there was one of that name, of other bytes
    std::size_t unchanged = 0;  ///< the store has these very bytes under that name
    std::vector<Problem> problems;
};

enum class Scope : std::uint8_t { claims, articles, sentences, references, works };

struct SearchOptions {
    Scope scope = Scope::claims;
    std::size_t limit = 10;
    std::size_t offset = 0;
};

/// A source of a hit.
struct Source {
    std::size_t number = 0;  ///< its place in the article's list, from 1
    Reference reference;
    std::optional<Verdict> verdict;  ///< only where a Checker was given
};

struct Hit {
    std::size_t rank = 0;  ///< from 1
    double score = 0.0;    ///< higher is better; comparable within one answer only
    std::string id;        ///< "draft.md#c12": what `whereof show` takes
    std::string text;      ///< the claim, sentence, title or reference
    std::string article;   ///< its name
    std::string article_title;
    std::string heading;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    /// How it stands to a query that compares ("A vs B"): "agrees", "disagrees", "no_direction", "unrelated";
    /// empty for other queries.
    std::string stance;
    std::vector<Source> sources;  ///< on which it rests
};

struct Found {
    std::vector<Hit> hits;           ///< the best first
    std::optional<Problem> problem;  ///< the query cannot be meant (an unknown field): there are no hits
};

/// Articles, their claims and references in one SQLite file, the same that `whereof --db FILE` uses. Several
/// Stores and programs may have one file open; one writes at a time, and a second waits five seconds.
class WHEREOF_API Store {
  public:
    /// Opens the store, or makes one where there is no file; its folder must exist. Throws Failure.
    explicit Store(const std::filesystem::path& file);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Reads files and puts their articles in; a file that cannot be read is a Problem.
    Added add(std::span<const std::filesystem::path> files);
    /// The same for one that is in memory.
    Added add(std::string_view bytes, std::string_view name);
    /// False when there is none of that name.
    bool remove(std::string_view name);
    [[nodiscard]] std::vector<StoredArticle> articles();  ///< by name

    /// The query language is that of `whereof search --help`.
    [[nodiscard]] Found search(std::string_view query, const SearchOptions& options = {});
    /// The same with a verdict on every source, which the store keeps as long as the authorities are the
    /// same.
    [[nodiscard]] Found search(std::string_view query, const SearchOptions& options, Checker& checker);

  private:
    struct WHEREOF_LOCAL Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace whereof
