// SPDX-License-Identifier: MIT
#include "formats/tex_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::formats {
namespace {

struct Accent {
    char command;
    std::string_view bases;      ///< one letter each
    std::u32string_view marked;  ///< the same letters with the accent
};
constexpr Accent kAccents[] = {
    {'\'', "aeiouycnszlrAEIOUYCNSZLR", U"áéíóúýćńśźĺŕÁÉÍÓÚÝĆŃŚŹĹŔ"},
    {'`', "aeiouAEIOU", U"àèìòùÀÈÌÒÙ"},
    {'^', "aeiouwycgshjAEIOUWYCGSHJ", U"âêîôûŵŷĉĝŝĥĵÂÊÎÔÛŴŶĈĜŜĤĴ"},
    {'"', "aeiouyAEIOUY", U"äëïöüÿÄËÏÖÜŸ"},
    {'~', "anoiuANOIU", U"ãñõĩũÃÑÕĨŨ"},
    {'=', "aeiouAEIOU", U"āēīōūĀĒĪŌŪ"},
    {'.', "zcgeZCGEI", U"żċġėŻĊĠĖİ"},
    {'u', "aegouiAEGOUI", U"ăĕğŏŭĭĂĔĞŎŬĬ"},
    {'v', "cdenrstzlCDENRSTZLgG", U"čďěňřšťžľČĎĚŇŘŠŤŽĽǧǦ"},
    {'H', "ouOU", U"őűŐŰ"},
    {'c', "cstegknrlCSTEGKNRL", U"çşţȩģķņŗļÇŞŢȨĢĶŅŖĻ"},
    {'k', "aeiuAEIU", U"ąęįųĄĘĮŲ"},
    {'r', "auAU", U"åůÅŮ"},
    {'d', "asthnASTHN", U"ạṣṭḥṇẠṢṬḤṆ"},
    {'b', "dltDLT", U"ḏḻṯḎḺṮ"},
};

struct Command {
    std::string_view name;
    std::string_view text;
};
constexpr Command kCommands[] = {
    {"ss", "ß"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "i"},
    {"j", "j"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"textbackslash", "\\"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textdegree", "°"},
    {"textmu", "µ"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"ldots", "…"},
    {"dots", "…"},
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ε"},
    {"zeta", "ζ"},
    {"eta", "η"},
    {"theta", "θ"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"xi", "ξ"},
    {"pi", "π"},
    {"rho", "ρ"},
    {"sigma", "σ"},
    {"tau", "τ"},
    {"phi", "φ"},
    {"chi", "χ"},
    {"psi", "ψ"},
    {"omega", "ω"},
    {"Delta", "Δ"},
    {"Omega", "Ω"},
    {"Sigma", "Σ"},
    {"Gamma", "Γ"},
    {"times", "×"},
    {"pm", "±"},
    {"leq", "≤"},
    {"le", "≤"},
    {"geq", "≥"},
    {"ge", "≥"},
    {"infty", "∞"},
    {"rightarrow", "→"},
    {"to", "→"},
    {"cdot", "·"},
    {"copyright", "©"},
    {"S", "§"},
    {"pounds", "£"},
    {"euro", "€"},
};

class Reader {
  public:
    explicit Reader(std::string_view tex) : tex_(tex) {}

    std::string read() {
        while (at_ < tex_.size()) {
            step();
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < tex_.size() ? tex_[at_ + ahead] : '\0';
    }

    void step() {
        const char c = tex_[at_];
        if (c == '\\') {
            ++at_;
            command();
        } else if (c == '{' || c == '}') {
            ++at_;
        } else if (c == '$') {
            math_ = !math_;
            ++at_;
        } else if (c == '~') {
            out_ += ' ';
            ++at_;
        } else if (math_ && (c == '^' || c == '_')) {
            ++at_;
        } else if (!sign_run()) {
            out_ += c;
            ++at_;
        }
    }

    /// Dashes and quotes of several signs.
    bool sign_run() {
        constexpr Command kRuns[] = {{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}};
        for (const auto& [signs, text] : kRuns) {
            if (tex_.substr(at_, signs.size()) == signs) {
                out_ += text;
                at_ += signs.size();
                return true;
            }
        }
        return false;
    }

    void command() {
        if (at_ >= tex_.size()) {
            return;
        }
        if (!text::is_ascii_letter(peek())) {
            const char sign = tex_[at_++];
            if (!accent(sign) && std::string_view("-/!,;:@").find(sign) == std::string_view::npos) {
                out_ += sign == '\\' ? ' ' : sign;  // "\\" breaks a line; "\&", "\%" are themselves
            }
            return;
        }
        const std::size_t begin = at_;
        while (text::is_ascii_letter(peek())) {
            ++at_;
        }
        const std::string_view name = tex_.substr(begin, at_ - begin);
        if (name.size() == 1 && accent(name.front())) {
            return;
        }
        const auto* found = std::ranges::find(kCommands, name, &Command::name);
        if (found != std::end(kCommands)) {
            out_ += found->text;
        }
        // A blank behind a command only ends it; "{}" does too.
        if (peek() == '{' && peek(1) == '}') {
            at_ += 2;
        } else if (peek() == ' ') {
            ++at_;
        }
    }

    /// Reads the letter behind an accent: "e", "{e}", " e", "\i", "{\i}"; false when there is none that bears
    /// it.
    bool accent(char command) {
        const auto* row = std::ranges::find(kAccents, command, &Accent::command);
        if (row == std::end(kAccents)) {
            return false;
        }
        std::size_t at = at_;
        const auto skip = [&](char c) { at += at < tex_.size() && tex_[at] == c ? 1U : 0U; };
        while (at < tex_.size() && tex_[at] == ' ') {
            ++at;
        }
        const bool braced = at < tex_.size() && tex_[at] == '{';
        skip('{');
        skip('\\');
        if (at >= tex_.size()) {
            return false;
        }
        const std::size_t index = row->bases.find(tex_[at]);
        if (index == std::string_view::npos || (braced && (at + 1 >= tex_.size() || tex_[at + 1] != '}'))) {
            return false;
        }
        text::append_code_point(out_, row->marked[index]);
        at_ = at + (braced ? 2 : 1);
        return true;
    }

    std::string_view tex_;
    std::size_t at_ = 0;
    bool math_ = false;
    std::string out_;
};

}  // namespace

std::string tex_to_text(std::string_view tex) { return Reader(tex).read(); }

std::string tex_verbatim(std::string_view tex) {
    std::string out;
    for (std::size_t at = 0; at < tex.size(); ++at) {
        const char c = tex[at];
        if (c == '\\' && at + 1 < tex.size() && !text::is_ascii_letter(tex[at + 1])) {
            out += tex[++at];
        } else if (c != '{' && c != '}') {
            out += c;
        }
    }
    return out;
}

}  // namespace whereof::formats
