// SPDX-License-Identifier: MIT
#include "article/html_feed.hpp"

#include "article/draft_builder.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <libxml/HTMLparser.h>

namespace whereof::article {
namespace {

std::string_view view(const xmlChar* text) noexcept {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

/// Does the tag at `tag` end the page, as "</html>" does?
bool ends_page(std::string_view html, std::size_t tag) {
    constexpr std::string_view kEnd = "</html";
    const auto name = html.substr(tag, kEnd.size() + 1);
    return name.size() > kEnd.size() && (name.back() == '>' || text::is_ascii_space(name.back())) &&
           text::ascii_lower(name.substr(0, kEnd.size())) == kEnd;
}

/// Pieces of the page that are given to the parser; what lies between them is left out. The end of the page
/// is: behind it the parser drops everything, while browsers show what a template or a server has put there.
std::vector<Span> readable_pieces(std::string_view html) {
    constexpr std::size_t kUsualTag = 4096;
    constexpr std::size_t kMostAttributes = 256;
    std::vector<Span> pieces;
    std::size_t begin = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        const std::size_t tag = at++;
        if (ends_page(html, tag)) {
            pieces.push_back({begin, tag});
            begin = std::min(html.find('>', at), html.size() - 1) + 1;
            at = begin;
            continue;
        }
        if (at >= html.size() || !text::is_ascii_letter(html[at])) {
            continue;
        }
        const std::size_t usual = html.find('>', at);
        if (usual != std::string_view::npos && usual - tag <= kUsualTag) {
            continue;
        }
        // A tag longer than any honest one is walked through for its attributes: libxml2 compares each with
        // all others.
        std::size_t words = 0;
        std::size_t cut = 0;
        char quote = '\0';
        for (; at < html.size() && (quote != '\0' || html[at] != '>'); ++at) {
            const char c = html[at];
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (c == '"' || c == '\'') {
                quote = html[at - 1] == '=' ? c : quote;
            } else if (text::is_ascii_space(c) && !text::is_ascii_space(html[at - 1]) &&
                       ++words == kMostAttributes) {
                cut = at;
            }
        }
        if (cut > 0) {
            pieces.push_back({begin, cut});
            begin = at;
        }
    }
    pieces.push_back({begin, html.size()});
    return pieces;
}

/// Does the page's first element say that it is <html>? Comments, doctypes and the like may stand before it.
bool has_root(std::string_view html) {
    html = text::trim(html);
    while (html.starts_with("<!") || html.starts_with("<?")) {
        const std::string_view close = html.starts_with("<!--") ? "-->" : ">";
        const std::size_t end = html.find(close);
        html = text::trim(html.substr(end == std::string_view::npos ? html.size() : end + close.size()));
    }
    return text::ascii_lower(html.substr(0, 5)) == "<html";
}

/// One run of libxml2's parser. Its C callbacks must not throw through it, so a failed allocation is kept and
/// thrown when the parser has returned.
class Feed {
  public:
    Feed(std::string_view html, std::size_t source_offset, std::size_t max_depth, HtmlEvents& events)
        : html_(html),
          source_offset_(source_offset),
          max_depth_(static_cast<int>(max_depth)),
          events_(events) {}

    void run() {
        htmlSAXHandler handler{};
        handler.startElement = [](void* self, const xmlChar* name, const xmlChar** pairs) {
            static_cast<Feed*>(self)->start(view(name), pairs);
        };
        handler.endElement = [](void* self, const xmlChar* name) {
            static_cast<Feed*>(self)->end(view(name));
        };
        handler.characters = on_text;
        handler.ignorableWhitespace = on_text;
        handler.cdataBlock = on_text;
        parser_.reset(htmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
        if (parser_ == nullptr) {
            throw std::bad_alloc();
        }
        htmlCtxtUseOptions(parser_.get(), HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET |
                                              HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER);
        // What stands behind the first element at the top is dropped by the parser, as if a page ended there.
        // HTML lets authors leave <html> out, so that this may be its title or its first paragraph.
        if (constexpr std::string_view kRoot = "<html>"; !has_root(html_)) {
            htmlParseChunk(parser_.get(), kRoot.data(), static_cast<int>(kRoot.size()), 0);
            given_ += kRoot.size();
        }
        for (const Span piece : readable_pieces(html_)) {
            fed_.push_back({given_, piece.begin});
            constexpr std::size_t kStep = std::size_t{1} << 16U;
            for (std::size_t at = piece.begin; at < piece.end && failure_ == nullptr; at += kStep) {
                const auto step = html_.substr(at, std::min(kStep, piece.end - at));
                htmlParseChunk(parser_.get(), step.data(), static_cast<int>(step.size()), 0);
                given_ += step.size();
            }
        }
        htmlParseChunk(parser_.get(), nullptr, 0, 1);
        if (failure_ != nullptr) {
            std::rethrow_exception(failure_);
        }
    }

  private:
    struct Close {
        void operator()(htmlParserCtxtPtr parser) const noexcept { htmlFreeParserCtxt(parser); }
    };

    static void on_text(void* self, const xmlChar* text, int size) {
        static_cast<Feed*>(self)->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    }

    template <typename Work>
    void guarded(Work work) noexcept {
        try {
            if (failure_ == nullptr) {
                work();
            }
        } catch (...) {
            failure_ = std::current_exception();
        }
    }

    void start(std::string_view name, const xmlChar** pairs) {
        // The parser looks through all open elements at every stray end tag. Taking the second-innermost name
        // off its stack bounds that; HtmlEvents knows of it.
        if (parser_ != nullptr && parser_->nameNr > max_depth_) {
            parser_->nameTab[max_depth_ - 1] = parser_->name;
            parser_->nameNr = max_depth_;
        }
        guarded([&] { events_.start(name, HtmlAttributes(pairs)); });
    }

    void end(std::string_view name) {
        guarded([&] { events_.end(name); });
    }

    void text(std::string_view piece) {
        guarded([&] { events_.text(piece, source_offset_ + place_of(piece)); });
    }

    /// Where a piece of text begins in the page. The parser stands at or just before the end of what it has
    /// read, and says so within a byte; decoded entities are longer in the file than here.
    std::size_t place_of(std::string_view piece) {
        const xmlParserInput& input = *parser_->input;
        const std::size_t fed =
            static_cast<std::size_t>(input.consumed) + static_cast<std::size_t>(input.cur - input.base);
        const auto after =
            std::upper_bound(fed_.begin(), fed_.end(), fed,
                             [](std::size_t value, const OffsetPair& row) { return value < row.decoded; });
        const OffsetPair row = after == fed_.begin() ? OffsetPair{} : *(after - 1);
        const std::size_t now = std::min(row.source + (fed - row.decoded), html_.size());
        const std::size_t begin = now - std::min(now, piece.size());
        for (const std::size_t guess : {begin, begin + 1}) {
            if (html_.compare(std::min(guess, html_.size()), piece.size(), piece) == 0) {
                return guess;
            }
        }
        constexpr std::size_t kLongestEntity = 32;
        const std::size_t reach = now - std::min(now, kLongestEntity);
        const auto entity = html_.substr(reach, now - reach).rfind('&');
        return entity != std::string_view::npos ? reach + entity : begin;
    }

    std::string_view html_;
    std::size_t source_offset_;
    int max_depth_;
    HtmlEvents& events_;
    std::unique_ptr<xmlParserCtxt, Close> parser_;
    std::vector<OffsetPair> fed_;  ///< bytes given to the parser, and where they stand in the page
    std::size_t given_ = 0;
    std::exception_ptr failure_;
};

}  // namespace

std::string_view HtmlAttributes::value(std::string_view name) const noexcept {
    for (auto pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view(*pair) == name) {
            return view(*(pair + 1));
        }
    }
    return {};
}

bool HtmlAttributes::has(std::string_view name) const noexcept {
    for (auto pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view(*pair) == name) {
            return true;
        }
    }
    return false;
}

void feed_html(std::string_view html, std::size_t source_offset, std::size_t max_depth, HtmlEvents& events) {
    Feed(html, source_offset, max_depth, events).run();
}

}  // namespace whereof::article
