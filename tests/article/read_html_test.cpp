// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "draft_text.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

struct Case {
    const char* what;
    const char* html;
    const char* outline;
};

constexpr Case kBlocks[] = {
    {"paragraphs, closed or not", "<p>One<p>Two</p>Three", "p|One\np|Two\np|Three\n"},
    {"text beside blocks", "<div>a<div>b</div>c</div>", "p|a\np|b\np|c\n"},
    {"inline markup divides nothing", "<p>a<b>b</b><i>c</i><span>d</span> <u>e</u></p>", "p|abcd e\n"},
    {"entities, known and not", "<p>caf&eacute; &amp; 5&nbsp;mg &lt;b&gt; &#8217; &nope; A&B</p>",
     "p|café & 5 mg <b> ’ &nope; A&B\n"},
    {"headings", "<h1>A</h1><h3>B <em>c</em></h3>x", "h1|A\nh3|B c\np|x\n"},
    {"lists number their items",
     "<ol start=3><li>c<li value=7>g<li>h</ol><ol type=a><li>x</ol><ol reversed "
     "start=2><li>two<li>one</ol><ul><li>u</ul>",
     "li1 [3]|c\nli1 [7]|g\nli1 [8]|h\nli1 [a]|x\nli1 [2]|two\nli1 [1]|one\nli1 [•]|u\n"},
    {"lists in lists", "<ul><li>a<ol><li>b</li></ol>c</li><li>d</li></ul>",
     "li1 [•]|a\nli2 [1]|b\np|c\nli1 [•]|d\n"},
    {"an entry in several boxes is one",
     "<ol><li><div>Smith J.</div><div>Title.</div><p>Lancet<br>2018.</p></li></ol>",
     "li1 [1]|Smith J./Title./Lancet/2018.\n"},
    {"entries with their own labels", "<p>[1] Smith J. A. 2010.<br>[2] Jones K. B. 2011.<br>more</p>",
     "li1 [1]|Smith J. A. 2010.\nli1 [2]|Jones K. B. 2011./more\n"},
    {"entries in a table",
     "<table><tr><td>1.</td><td>Smith J. A.</td></tr><tr><td>2.</td><td>Lee M. B.</td></tr></table>",
     "li1 [1]|Smith J. A.\nli1 [2]|Lee M. B.\n"},
    {"entries in a list of definitions",
     "<dl><dt>[1]</dt><dd>Smith J. A.</dd><dt>Word</dt><dd>Meaning</dd></dl>",
     "li1 [1]|Smith J. A.\np|Word\np|Meaning\n"},
    {"cells", "<table><caption>T</caption><thead><tr><th>Drug<th>Dose</thead><tr><td>A<td>1<p>2</table>x",
     "p|T\ntd|Drug\ntd|Dose\ntd|A\ntd|1/2\np|x\n"},
    {"quotations", "<blockquote><p>a</p><p>b</p></blockquote><p>He said <q>no</q>.</p>",
     "q|a\nq|b\np|He said “no”.\n"},
    {"preformatted lines", "<pre>one\ntwo</pre>", "p|one/two\n"},
    {"what is no text",
     "<p>a<script>if (a<b) x('</p>')</script><style>p{}</style>b<!-- c "
     "--></p><button>Go</button><svg><text>s</text></svg>"
     "<noscript>n</noscript><template>t</template><select><option>o</select><textarea>ta</textarea>",
     "p|ab\n"},
};

TEST(ReadHtml, MakesBlocks) {
    for (const auto& [what, html, expected] : kBlocks) {
        SCOPED_TRACE(what);
        const auto draft = read_html(std::string("<html><body>") + html + "</body></html>");
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(outline(*draft), expected);
        EXPECT_EQ(broken_promise(*draft), "");
    }
}

/// What stands around `kText` goes, or stays.
constexpr const char* kText =
    "<p>Exercise helps most people with back pain, and rest does not; this has been seen in many trials.</p>";
constexpr const char* kTextOutline =
    "p|Exercise helps most people with back pain, and rest does not; this has been seen in many trials.\n";

struct Around {
    const char* what;
    const char* before;
    const char* after;
    const char* outline_after;
};

constexpr Around kAround[] = {
    {"navigation",
     "<nav><a href=/>Home</a></nav><div role=navigation>Menu</div><ul class='main-menu nav'><li>A</ul>",
     "<div aria-label=breadcrumb>Home > Pain</div>", ""},
    {"banners", "<div id=cookie-banner>We use cookies</div><div class='site-header top'>Logo</div>",
     "<div class='newsletter-signup'>Join us</div><div class=\"ad-slot\">Buy</div>", ""},
    {"sidebars and footers", "<aside>More tips</aside>",
     "<div class=sidebar>Popular</div><footer>© us</footer>", ""},
    {"shares and comments", "<div class='social-share'>Share</div>",
     "<section id=comments><p>Nice post</p></section><div class=related-posts>Ten tips</div>", ""},
    {"a footer with the list", "", "<footer><h2>References</h2><ol><li>Smith J.</li></ol></footer>",
     "h2|References\nli1 [1]|Smith J.\n"},
    {"a sidebar named as a list", "", "<div class='references sidebar-refs'><p>Smith J.</p></div>",
     "p|Smith J.\n"},
    {"a list inside what goes", "", "<aside><p>Ad</p><ol class=footnotes><li>Smith J.</ol></aside>",
     "li1 [1]|Smith J.\n"},
    {"sections whose ids are headings", "",
     "<section id=social-support><p>Support matters.</p></section><div id=related-disorders>Others.</div>"
     "<div id=informed-consent>Consent was given.</div>",
     "p #social-support|Support matters.\np #related-disorders|Others.\np #informed-consent|Consent was "
     "given.\n"},
    {"a menu that names the list", "<nav><ul><li><a href='#r'>References</a></ul></nav>", "", ""},
};

TEST(ReadHtml, NeedsNoHtmlAroundTheText) {
    for (const auto& [what, html, expected] : kBlocks) {
        SCOPED_TRACE(what);
        for (const char* before :
             {"", "<!DOCTYPE html>\n<!-- <html> -->\n<title>T</title><script>x()</script>\n",
              "<meta charset=utf-8><title>T</title>", "<head><title>T</title></head>\n<body>"}) {
            SCOPED_TRACE(before);
            const auto draft = read_html(std::string(before) + html);
            ASSERT_TRUE(draft.has_value());
            EXPECT_EQ(outline(*draft), expected);
            EXPECT_TRUE(std::string_view(before).empty() || draft->title == "T") << draft->title;
            EXPECT_EQ(broken_promise(*draft), "");
        }
    }
}

TEST(ReadHtml, LosesNothingBehindTheEndOfThePage) {
    constexpr Case kPages[] = {
        {"blocks and bare text", "<html><body><p>a</p></body></html>\n<p>b</p>c<h2>d</h2>",
         "p|a\np|b\np|c\nh2|d\n"},
        {"two ends", "<HTML><p>a</HTML ><p>b</p></html><p>c", "p|a\np|b\np|c\n"},
        {"two pages", "<html><body><p>a</p></body></html><html><body><p>b</p></body></html>", "p|a\np|b\n"},
        {"in a comment", "<html><p>a<!-- </html> -->b</p></html>", "p|ab\n"},
        {"another tag", "<html><p>a</htmlx><p>b</p></html>", "p|a\np|b\n"},
        {"no end of the end", "<html><p>a</p></html ", "p|a\n"},
    };
    for (const auto& [what, html, expected] : kPages) {
        SCOPED_TRACE(what);
        const auto draft = read_html(html);
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(outline(*draft), expected);
        EXPECT_EQ(broken_promise(*draft), "");
    }
    const auto draft = read_html("<html><p>a</p></html>\n<p>here it is</p>");
    EXPECT_EQ(place_of(*draft, "it is"), "2:9");
}

TEST(ReadHtml, KeepsALinkOverSeveralEntriesInsideTheFirst) {
    const auto draft = read_html("<pre><a href=r>See.\n2. Smith J. A. 2011.\n3. Lee M. B. 2012.</a></pre>");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(broken_promise(*draft), "");
    ASSERT_EQ(draft->inlines.size(), 1U);
    EXPECT_EQ(draft->inlines[0].span.of(draft->text), "See.");
}

TEST(ReadHtml, LeavesOutWhatStandsAroundTheArticle) {
    for (const auto& [what, before, after, outline_after] : kAround) {
        SCOPED_TRACE(what);
        const auto draft = read_html(std::string("<html><body>") + before + kText + after + "</body></html>");
        ASSERT_TRUE(draft.has_value());
        EXPECT_EQ(outline(*draft), std::string(kTextOutline) + outline_after);
    }
}

TEST(ReadHtml, PrefersTheArticleAndKeepsTheListBesideIt) {
    const auto draft = read_html(
        std::string("<body><p>Logo</p><main><article><header><h1>T</h1></header>") + kText +
        "<footer><p>By A. Writer</p></footer></article></main><p>Elsewhere</p><h2>Sources</h2><p>Smith "
        "J.</p><h2>Shop</h2><p>Buy</p></body>");
    EXPECT_EQ(outline(*draft),
              "h1|T\n" + std::string(kTextOutline) + "p|By A. Writer\nh2|Sources\np|Smith J.\n");
}

TEST(ReadHtml, KeepsAPageThatIsAllInAForm) {
    const auto draft = read_html(std::string("<body><form id=aspnetForm>") + kText + "</form></body>");
    EXPECT_EQ(outline(*draft), "p #aspnetForm" + std::string(kTextOutline).substr(1));
}

TEST(ReadHtml, LinksMarkersToEntries) {
    const auto draft = read_html(
        "<html><head><link rel=canonical href='https://x.org/a'></head><body><p>Helps<sup><a "
        "href='#c1'>1</a></sup> and "
        "more.<a href='https://x.org/a#c2'>[2]</a> <a href='https://y.org/b#c2'>b</a></p><ol><li "
        "id=ref-1><span "
        "id=c1></span>Smith</li><li><a name=c2></a>Jones</li></ol></body></html>");
    EXPECT_EQ(outline(*draft), "p|Helps1 and more.[2] b\nli1 [1] #ref-1|Smith\nli1 [2] #c2|Jones\n");
    EXPECT_EQ(inlines(*draft), "sup|1\nlink #ref-1|1\nlink #c2|[2]\nlink https://y.org/b#c2|b\n");
}

TEST(ReadHtml, ReadsWhatThePageSaysOfItself) {
    const auto draft = read_html(
        "<!DOCTYPE html><html lang=en-GB><head><title>T | Site</title><meta property='og:title' content='OG "
        "title'>"
        "<meta name=citation_doi content='https://doi.org/10.1000/182'><meta property='og:site_name' "
        "content='Health &amp; Co'>"
        "<meta property=article:published_time content='2024-05-12T08:00:00+02:00'>"
        "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2020-01-01\"}]}</script></head>"
        "<body><h1>Heading</h1><p>Text</p></body></html>");
    EXPECT_EQ(draft->title, "OG title");
    EXPECT_EQ(draft->site, "Health & Co");
    EXPECT_EQ(draft->date, "2024-05-12");
    EXPECT_EQ(draft->language, "en-GB");
    EXPECT_EQ(read_html("<html><title>Only this</title><p>x")->title, "Only this");
    EXPECT_EQ(read_html("<html><title>Site</title><main><h1>This</h1><p>x")->title, "This");
    EXPECT_EQ(read_html("<html><p>x<time datetime='2021-03-04'>March</time>")->date, "2021-03-04");
}

TEST(ReadHtml, KnowsLinesAndColumns) {
    const auto draft =
        read_html("<html>\n<body>\n<p>Caf&eacute; one\n  two <b>three</b></p>\n<!-- x -->\n<p>four</p>");
    EXPECT_EQ(place_of(*draft, "Caf"), "3:4");
    EXPECT_EQ(place_of(*draft, "one"), "3:16");
    EXPECT_EQ(place_of(*draft, "two"), "4:3");
    EXPECT_EQ(place_of(*draft, "three"), "4:10");
    EXPECT_EQ(place_of(*draft, "four"), "6:4");
}

TEST(ReadHtml, ObeysTheCharset) {
    EXPECT_EQ(outline(*read_html("<html><meta charset=koi8-r><p>\xC2\xCF\xCC\xD8")), "p|боль\n");
    EXPECT_EQ(outline(*read_html("<html><p>it\x92s")), "p|it’s\n");
}

std::string repeated(std::string_view piece, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

/// Each of these costs some parser the square of its length, or its stack.
TEST(ReadHtml, TakesHostilePagesInTheirStride) {
    const std::string attributes = "<p " + [] {
        std::string out;
        for (int i = 0; i < 100'000; ++i) {
            out += "a" + std::to_string(i) + "=b ";
        }
        return out;
    }() + ">after";
    const std::pair<std::string, std::string> cases[] = {
        {repeated("<div>", 200'000) + "deep", "p|deep\n"},
        {repeated("<b>", 200'000) + repeated("</i>", 200'000) + "deep", "p|deep\n"},
        {repeated("<ul><li>", 100'000) + "deep", "deep"},
        {repeated("<table><tr><td>", 60'000) + "deep", "td|deep\n"},
        {repeated("<a href=x>", 100'000) + "deep", "p|deep\n"},
        {repeated("<nav>", 100'000) + "deep", "p|deep\n"},
        {"<p>x" + repeated("<nav>y</nav>", 50'000), "p|x\n"},
        {attributes, "p|after\n"},
        {repeated("&amp;", 300'000), "&&&&"},
        {repeated("<", 300'000), "<<<<"},
        {"<p>x" + repeated("<!--", 100'000), "p|x\n"},
        {"<p>x" + repeated("<a b=\"", 100'000), "p|x\n"},
        {"<p>x" + repeated("<script>", 100'000), "p|x\n"},
        {"<p>x<textarea>" + repeated("</", 100'000), "p|x\n"},
    };
    for (const auto& [html, expected] : cases) {
        SCOPED_TRACE(html.substr(0, 20));
        const auto draft = read_html("<html><body>" + html);
        ASSERT_TRUE(draft.has_value());
        EXPECT_NE(outline(*draft).find(expected), std::string::npos) << outline(*draft).substr(0, 200);
        EXPECT_EQ(broken_promise(*draft), "");
    }
}

}  // namespace
}  // namespace whereof::article
