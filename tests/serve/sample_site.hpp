// SPDX-License-Identifier: MIT
#pragma once

#include "authority/local_index.hpp"
#include "serve/site.hpp"
#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace whereof::test {

/// What every page of it must show as text and nothing else.
inline constexpr const char* kHostilePath = "../a b/\"><img src=x onerror=go()>#c\xff%41\x01.md";

/// A site about a store of a few articles; of citations only an index of the `known` works can be asked,
/// nobody where there are none. Removes its files in the end.
class SampleSite {
  public:
    explicit SampleSite(bool has_store = true, bool may_edit = false, std::span<const bib::Item> known = {})
        : index_(known.empty() ? nullptr : authority::index_in_memory(known)), site_(options(may_edit)) {
        if (!has_store) {
            return;
        }
        const auto store = store::open_store(folder_ / "articles.db");
        store->put_article("trial.md", "1", trial());
        store->put_article(kHostilePath, "2", hostile());
    }

    serve::PageReply get(const std::string& target) { return ask("GET", target); }
    serve::PageReply ask(const std::string& method, const std::string& target, std::string body = {},
                         std::string type = {}) {
        return site_.answer({method, target, "127.0.0.1:8765", "http://127.0.0.1:8765", "same-origin",
                             std::move(type), std::move(body)});
    }
    [[nodiscard]] serve::Site& site() noexcept { return site_; }
    [[nodiscard]] std::unique_ptr<store::Store> store() const {
        return store::open_store(folder_ / "articles.db");
    }

    /// As a person moves a file, while it is open.
    void move_store_away() const {
        for (const char* end : {"", "-wal", "-shm"}) {
            const std::string name = std::string("articles.db") + end;
            if (std::filesystem::exists(folder_ / name)) {
                std::filesystem::rename(folder_ / name, folder_ / ("old-" + name));
            }
        }
    }

  private:
    serve::SiteOptions options(bool may_edit) {
        serve::SiteOptions out;
        out.port = 8765;
        out.may_edit = may_edit;
        out.version = "1.2.3";
        out.open_desk = [path = folder_ / "articles.db", index = index_.get()] {
            auto desk = std::make_unique<serve::PageDesk>();
            if (std::filesystem::exists(path)) {
                desk->store = store::open_store(path);
            }
            desk->desk.open_store = [path] { return store::open_store(path); };
            desk->desk.find_article = [](store::Store& store, const std::string& name) {
                return store.find_article(name);
            };
            if (index != nullptr) {
                desk->desk.authorities = {index};
            }
            return desk;
        };
        return out;
    }
    static article::Article trial() {
        ArticleBuilder out("Early exercise");
        out.reference("Maher", "Non-specific low back pain", "Lancet", 2017, "10.1016/S0140-6736(16)30970-9")
            .reference("Qaseem", "Noninvasive treatments for back pain", "Ann Intern Med", 2017)
            .heading("Results")
            .claim("Early exercise reduces pain more than bed rest.", {0, 1})
            .claim("Bed rest was advised in a 2017 guideline.", {}, "a 2017 guideline");
        return out.get();
    }
    static article::Article hostile() {
        ArticleBuilder builder("<script>alert(1)</script>\x1b[31m");
        builder
            .reference("<b>Maher</b>", "Non-specific low back pain", "Lancet", 2017,
                       "10.1016/S0140-6736(16)30970-9")
            .heading("</section><script>alert(2)</script>")
            .claim("Exercise & rest: \"<script>alert(3)</script>\" is no cure.", {0});
        article::Article& out = builder.get();
        out.language = "en\" onload=\"go()";
        out.site = "<script>alert(4)</script>";
        return out;
    }

    TemporaryFolder folder_;
    std::unique_ptr<authority::Authority> index_;
    serve::Site site_;
};

}  // namespace whereof::test
