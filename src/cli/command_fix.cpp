// SPDX-License-Identifier: MIT
#include "cli/command_fix.hpp"

#include "base/digest.hpp"
#include "base/io.hpp"
#include "cli/asking.hpp"
#include "cli/corrections.hpp"
#include "cli/input_files.hpp"
#include "cli/inputs.hpp"
#include "cli/place_edits.hpp"
#include "cli/unified_diff.hpp"
#include "formats/formats.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

/// Formats whose files have the reference list as it was read, so that a piece of it can be put back.
constexpr std::array<std::string_view, 4> kWritable{"text", "markdown", "html", "jats"};

class FixInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("PATH", paths_, "Files, folders or globs", true);
        arguments.flag("--write", write_, "Change the files; without it they are only read");
        std::vector<std::string> forms{"diff"};
        for (const auto& format : formats::formats()) {
            if (format.write != nullptr) {
                forms.emplace_back(format.name);
            }
        }
        arguments.choice("-f,--format", format_, std::move(forms),
                         "What to print: a diff of the files, or the corrected lists in a format of export");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask; may be repeated, replaces the default");
        arguments.number("--max-size", max_size_, "Largest file to read, in bytes");
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (write_ && format_ != "diff") {
            return "--write changes the files themselves: leave --format out";
        }
        return std::nullopt;
    }

    int run(Context& context) override {
        asking_ = std::make_unique<Asking>(context, authorities_);
        const auto files = find_inputs(paths_, skipped_);
        read_inputs(context, files, {"", max_size_, {}, {}}, skipped_,
                    [&](InputArticle&& input) { fix(context, input); });
        if (format_ != "diff") {
            write_list(context);
        }
        context.out.flush();
        print_skipped(context, skipped_);
        context.err << fmt::format("whereof fix: {} reference{} {}, {} left as {}\n", corrected_,
                                   corrected_ == 1 ? "" : "s", write_ ? "corrected" : "can be corrected",
                                   left_, left_ == 1 ? "it is" : "they are");
        if (read_ == 0) {
            return kBroken;
        }
        return left_ == 0 && skipped_.empty() ? kDone : kFound;
    }

  private:
    void fix(Context& context, const InputArticle& input) {
        ++read_;
        std::vector<Edit> edits;
        std::string file;
        const bool in_file = format_ == "diff";
        if (in_file && !read_again(input, file)) {
            return;
        }
        const auto& references = input.article.references;
        for (std::size_t i = 0; i < references.size(); ++i) {
            auto corrections = corrections_for(references[i]);
            std::optional<std::vector<Edit>> placed;
            if (in_file && !corrections.made.empty()) {
                placed = place_edits(file, input.article.format, references[i], next_of(references, i),
                                     corrections.made);
                if (!placed) {
                    corrections.left.emplace_back("its place in the file is not plain");
                    corrections.made.clear();
                    corrections.fields.clear();
                }
            }
            tell(context, input, i, corrections);
            if (placed) {
                std::ranges::move(*placed, std::back_inserter(edits));
            }
            if (!in_file) {
                // Read anew: so every format has what the corrected string says, and nothing else.
                items_.push_back(
                    corrections.made.empty()
                        ? references[i].reference.item
                        : bib::parse_reference(edited(references[i].reference.raw, corrections.made)).item);
            }
        }
        if (in_file) {
            put(context, input, file, std::move(edits));
        }
    }

    /// The bytes that the article was read from, where they are such as can be changed.
    bool read_again(const InputArticle& input, std::string& file) {
        const auto refuse = [&](std::string why) {
            skipped_.push_back({std::move(why), input.path});
            return false;
        };
        if (std::ranges::find(kWritable, input.article.format) == kWritable.end() ||
            !std::filesystem::is_regular_file(input.path)) {
            return refuse(
                "expected a file of text, Markdown, HTML or JATS, found another: --format ris and others "
                "print "
                "its corrected list");
        }
        file = read_file(input.path, max_size_);
        if (sha256_hex(file) != input.sha256 || !text::is_valid_utf8(file)) {
            return refuse(
                "expected a file in UTF-8, found another encoding or a packed one: --format ris and others "
                "print its corrected list");
        }
        return true;
    }

    /// Only corrections after which the authorities find nothing wrong in what was corrected are good ones.
    Corrections corrections_for(const article::ListedReference& listed) {
        const auto verdict = asking_->verifier.check(listed.reference);
        auto out = corrections_of(listed.reference, verdict);
        if (out.made.empty()) {
            return out;
        }
        const auto now =
            asking_->verifier.check(bib::parse_reference(edited(listed.reference.raw, out.made)));
        const bool holds = now.existence == finding::Existence::found &&
                           std::ranges::none_of(out.fields, [&](bib::Field field) {
                               return std::ranges::find(now.wrong_fields, field) != now.wrong_fields.end();
                           });
        if (!holds) {
            out.made.clear();
            out.fields.clear();
            out.left.emplace_back("a correction of it would not stand");
        }
        return out;
    }

    static const article::ListedReference* next_of(const std::vector<article::ListedReference>& references,
                                                   std::size_t index) {
        const article::ListedReference* next = nullptr;
        for (const auto& other : references) {
            const auto place = [](const article::ListedReference& one) {
                return std::pair(one.position.line, one.position.column);
            };
            if (place(other) > place(references[index]) && (next == nullptr || place(other) < place(*next))) {
                next = &other;
            }
        }
        return next;
    }

    void tell(Context& context, const InputArticle& input, std::size_t index,
              const Corrections& corrections) {
        corrected_ += corrections.made.empty() ? 0U : 1U;
        left_ += corrections.left.empty() ? 0U : 1U;
        const auto& listed = input.article.references[index];
        for (const auto& why : corrections.left) {
            context.err << report::terminal_safe(fmt::format("{}:{}:{}: reference {}: {}\n", input.path,
                                                             listed.position.line, listed.position.column,
                                                             index + 1, why));
        }
    }

    void put(Context& context, const InputArticle& input, const std::string& file, std::vector<Edit> edits) {
        std::ranges::sort(edits, {}, [](const Edit& edit) { return edit.span.begin; });
        if (edits.empty()) {
            return;
        }
        if (write_) {
            write_file_atomic(input.path, edited(file, edits));
            context.err << report::terminal_safe(fmt::format("{}: {} place{} changed\n", input.path,
                                                             edits.size(), edits.size() == 1 ? "" : "s"));
        } else {
            context.out << unified_diff(input.path, file, edits);
        }
    }

    void write_list(Context& context) {
        std::vector<formats::Entry> list;
        for (const auto& item : items_) {
            list.push_back({fmt::format("r{}", list.size() + 1), &item, {}});
        }
        context.out << report::without_bidi(formats::find_format(format_)->write(list));
    }

    std::vector<std::string> paths_;
    bool write_ = false;
    std::string format_ = "diff";
    std::vector<std::string> authorities_;
    std::size_t max_size_ = article::kMaxFileBytes;

    std::unique_ptr<Asking> asking_;
    std::vector<Error> skipped_;
    std::vector<bib::Item> items_;
    std::size_t read_ = 0;       ///< articles
    std::size_t corrected_ = 0;  ///< references
    std::size_t left_ = 0;       ///< references that are wrong and stay so
};

}  // namespace

std::unique_ptr<Invocation> make_fix() { return std::make_unique<FixInvocation>(); }

}  // namespace whereof::cli
