// SPDX-License-Identifier: MIT
#include "cli/command_parse.hpp"

#include "cli/citations.hpp"
#include "cli/inputs.hpp"
#include "cli/parse_documents.hpp"
#include "cli/parse_output.hpp"
#include "cli/stream_lines.hpp"

#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr std::size_t kLongestLine = std::size_t{16} << 20U;
/// A whole document in one line of JSON.
constexpr std::size_t kLongestDocument = std::size_t{256} << 20U;
constexpr std::string_view kTooLong = "the line is too long";

class ParseInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("FILE", file_,
                             "Reference strings, one a line; standard input when left out or -", false);
        arguments.choice("--input-format", input_format_, {"lines", "ndjson"},
                         "ndjson: one {\"id\",\"raw\"} a line");
        arguments.flag("--documents", documents_,
                       "FILE holds documents, one {\"id\",\"lines\":[…]} a line: find their references");
        arguments.flag("--explain", explain_,
                       "Show each token with its label, how sure that is and what spoke for it");
        arguments.choice("--format", format_, {"ndjson", "text"},
                         "ndjson is what is printed when nothing is said, text with --explain");
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (documents_ && explain_) {
            return "--explain shows reference strings, --documents finds them: give one of the two";
        }
        return std::nullopt;
    }

    int run(Context& context) override {
        if (format_.empty()) {
            format_ = explain_ ? "text" : "ndjson";
        }
        std::string out;
        const auto longest = documents_ ? kLongestDocument : kLongestLine;
        for_each_line(context, file_, longest, [&](std::string_view line, std::size_t number, bool cut) {
            ++count_;
            out.clear();
            if (documents_) {
                read_document(out, line, number, cut);
            } else {
                read_reference(out, line, number, cut);
            }
            context.out << out;
        });
        print_skipped(context, skipped_);
        if (skipped_.empty()) {
            return kDone;
        }
        context.err << fmt::format("whereof parse: {} of {} lines could not be read\n", skipped_.size(),
                                   count_);
        return unread_ == count_ ? kBroken : kFound;
    }

  private:
    void skip(std::size_t number, std::string_view why, bool unread) {
        skipped_.push_back({fmt::format("line {}: {}", number, why), file_});
        unread_ += unread ? 1U : 0U;
    }

    void read_document(std::string& out, std::string_view line, std::size_t number, bool cut) {
        const auto [error, read] = append_document(out, cut ? std::string_view() : line, number);
        if (error) {
            skip(number, cut ? kTooLong : error->what, !read);
        }
    }

    void read_reference(std::string& out, std::string_view line, std::size_t number, bool cut) {
        std::string id = std::to_string(number);
        if (input_format_ != "ndjson") {
            print(out, id, bib::parse_reference(line), explain_);
            return;
        }
        auto read =
            cut ? Result<CitationLine>(Error{std::string(kTooLong)}) : read_citation_line(line, number, id);
        if (read) {
            print(out, id, read->reference, explain_ && !read->reference.raw.empty());
            return;
        }
        skip(number, read.error().what, true);
        bib::Reference unread;
        unread.raw = line;
        unread.confidence = unread.likeness = 0;
        print(out, id, unread, false);
    }

    void print(std::string& out, std::string_view id, const bib::Reference& reference, bool explain) const {
        if (!explain && format_ == "ndjson") {
            append_parsed(out, id, reference);
            return;
        }
        bib::Explanation explanation;
        if (explain) {
            explanation = bib::explain_reference(reference.raw);
            explanation.reference.label = reference.label;
        } else {
            explanation.reference = reference;
        }
        if (format_ == "text") {
            out += explain_text(id, explanation);
        } else {
            append_explained(out, id, explanation);
        }
    }

    std::string file_ = "-";
    std::string input_format_;
    std::string format_;
    bool documents_ = false;
    bool explain_ = false;
    std::size_t count_ = 0;
    std::size_t unread_ = 0;  ///< of them, nothing could be used
    std::vector<Error> skipped_;
};

}  // namespace

std::unique_ptr<Invocation> make_parse() { return std::make_unique<ParseInvocation>(); }

}  // namespace whereof::cli
