// SPDX-License-Identifier: MIT
#include "cli/check_citations.hpp"

#include "cli/citations.hpp"
#include "cli/stream_lines.hpp"
#include "report/report.hpp"

#include <fmt/format.h>

namespace whereof::cli {
namespace {

/// A line of citations as it was read.
struct CitationTask {
    std::string path;
    std::string line;
    std::size_t number = 0;
    bool cut = false;
};

CitationAnswer answer(Asking& asking, const CitationTask& task) {
    std::string id;
    const auto citation = task.cut ? Result<CitationLine>(Error{"the line is too long (raise --max-size)"})
                                   : read_citation_line(task.line, task.number, id);
    if (task.cut) {
        id = std::to_string(task.number);
    }
    if (!citation) {
        const auto& what = citation.error().what;
        return {report::bad_citation_ndjson(id, what), finding::Headline::unchecked,
                Error{fmt::format("line {}: {}", task.number, what), task.path}};
    }
    const auto verdict = asking.check(citation->reference);
    return {report::citation_ndjson(id, citation->reference, verdict), verdict.headline, std::nullopt};
}

}  // namespace

void check_citations(Context& context, const std::vector<std::string>& paths, std::size_t max_line,
                     const Askings& askings, const std::function<void(CitationAnswer&&)>& take) {
    OrderedWork<CitationTask, CitationAnswer> work(workers(askings, answer), take);
    for (const auto& path : paths) {
        for_each_line(context, path, max_line, [&](std::string_view line, std::size_t number, bool cut) {
            work.give({path, std::string(line), number, cut});
        });
    }
    work.finish();
}

}  // namespace whereof::cli
