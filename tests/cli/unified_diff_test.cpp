// SPDX-License-Identifier: MIT
#include "cli/unified_diff.hpp"

#include <random>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

TEST(UnifiedDiff, ShowsEachChangeWithThreeLinesAround) {
    const std::string file = "1\n2\n3\n4\n5 five\n6\n7\n8\n9\n10\n11\n12\n13\n14 end";
    const std::vector<Edit> edits{{{10, 14}, "FIVE"}, {{file.find("end"), file.size()}, "END"}};
    ASSERT_EQ(edited(file, edits), "1\n2\n3\n4\n5 FIVE\n6\n7\n8\n9\n10\n11\n12\n13\n14 END");
    EXPECT_EQ(unified_diff("a b.txt", file, edits),
              "--- a/a b.txt\n+++ b/a b.txt\n"
              "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5 five\n+5 FIVE\n 6\n 7\n 8\n"
              "@@ -11,4 +11,4 @@\n 11\n 12\n 13\n-14 end\n\\ No newline at end of file\n"
              "+14 END\n\\ No newline at end of file\n");
    EXPECT_EQ(unified_diff("a", file, {}), "");
}

TEST(UnifiedDiff, KeepsLineEndsAndJoinsWhatIsNear) {
    const std::string file = "a\r\nb\r\nc\r\n";
    EXPECT_EQ(unified_diff("f", file, {{{0, 1}, "x"}, {{3, 7}, "y"}}),
              "--- a/f\n+++ b/f\n@@ -1,3 +1,2 @@\n-a\r\n+x\r\n-b\r\n-c\r\n+y\r\n");
}

/// What `patch` does with one file.
std::string patched(const std::string& file, const std::string& diff) {
    std::vector<std::string> old;
    for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = std::min(file.find('\n', at), file.size() - 1) + 1;
        old.push_back(file.substr(at, end - at));
        at = end;
    }
    std::string out;
    std::size_t line = 0;
    std::size_t at = diff.find("@@");
    while (at < diff.size()) {
        const std::size_t end = std::min(diff.find('\n', at), diff.size() - 1) + 1;
        std::string row = diff.substr(at, end - at);
        if (diff.compare(end, 2, "\\ ") == 0) {
            row.pop_back();
        }
        if (row.starts_with("@@")) {
            const auto start = static_cast<std::size_t>(std::stoul(row.substr(row.find('-') + 1)));
            for (; line + 1 < start; ++line) {
                out += old[line];
            }
        } else if (row[0] == '+') {
            out += row.substr(1);
        } else if (row[0] == ' ' || row[0] == '-') {
            EXPECT_EQ(old.at(line), row.substr(1));
            out += row[0] == ' ' ? old[line] : "";
            ++line;
        }
        at = end;
    }
    for (; line < old.size(); ++line) {
        out += old[line];
    }
    return out;
}

TEST(UnifiedDiff, GivesTheEditedFileWhateverIsEdited) {
    std::mt19937 random(7);
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    for (int round = 0; round < 2'000; ++round) {
        std::string file;
        for (std::size_t i = below(60) + 1; i > 0; --i) {
            file += below(3) == 0 ? '\n' : static_cast<char>('a' + below(26));
        }
        std::vector<Edit> edits;
        for (std::size_t at = below(8); at < file.size(); at += 1 + below(12)) {
            const std::size_t end = std::min(file.size(), at + 1 + below(6));
            edits.push_back({{at, end}, std::string(1 + below(3), 'Z')});
            at = end;
        }
        EXPECT_EQ(patched(file, unified_diff("f", file, edits)), edited(file, edits)) << file;
    }
}

}  // namespace
}  // namespace whereof::cli
