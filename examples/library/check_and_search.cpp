// SPDX-License-Identifier: MIT
// usage: check_and_search ARTICLE STORE QUERY
#include <fstream>
#include <iostream>
#include <sstream>

#include <whereof.hpp>

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: check_and_search ARTICLE STORE QUERY\n";
        return 2;
    }
    const std::string file = arguments[1];
    try {
        // A reference string is read into the fields of CSL-JSON.
        const auto reference = whereof::parse_reference(
            "Foster NE, et al. Prevention and treatment of low back pain. Lancet 2018;391:2368-83.");
        std::cout << reference.item.container_title << " " << reference.item.issued.year << ", pages "
                  << reference.item.page << "\n\n";

        // An article is checked: one verdict a reference, with its reason.
        whereof::Checker checker;  // asks the sample that the library carries
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        const auto checked = checker.check_article(bytes.str(), file);
        for (const auto& problem : checked.problems) {
            std::cerr << problem.where << ": " << problem.what << "\n";
        }
        for (const auto& article : checked.articles) {
            for (const auto& [cited, verdict, line, column, suppressed] : article.references) {
                std::cout << line << ": " << name(verdict.headline) << " " << cited.item.title << "\n";
            }
        }

        // Articles go into a store, and their claims are found with what they rest on.
        whereof::Store store(arguments[2]);
        const std::filesystem::path files[] = {file};
        std::cout << "\n" << store.add(files).added << " added\n";
        for (const auto& hit : store.search(arguments[3], {.limit = 1}, checker).hits) {
            std::cout << hit.article << ":" << hit.line << " " << hit.text << "\n";
            for (const auto& source : hit.sources) {
                std::cout << "  [" << source.number << "] " << name(source.verdict->headline) << ": "
                          << source.verdict->reason << "\n";
            }
        }
    } catch (const whereof::Failure& failure) {
        std::cerr << "check_and_search: " << failure.what() << "\n";
        return 2;
    }
}
