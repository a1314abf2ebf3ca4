// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"
#include "authority/json_values.hpp"
#include "authority/record_sink.hpp"
#include "text/utf8.hpp"

#include <array>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

bool has(const JsonElement& json, std::string_view key) { return member(json, key).has_value(); }

bool is_array_at(const JsonElement& json, std::string_view key) {
    const auto value = member(json, key);
    return value && value->is_array();
}

/// The kinds of record, in the order in which they are asked whether an object is theirs.
struct Kind {
    std::string_view name;
    bool (*is_it)(const JsonElement& json);
    bool (*read)(const JsonElement& json, RecordSink& sink);
    std::string_view needs;
};
constexpr std::array kKinds{
    Kind{"retractions",
         [](const JsonElement& json) { return has(json, "updates") && has(json, "identifier"); },
         read_update_list_row, "the work's DOI under \"identifier\""},
    Kind{"retractions",
         [](const JsonElement& json) { return has(json, "retractions") || has(json, "concerns"); },
         read_retraction_pairs, "an object of DOIs"},
    Kind{"datacite", [](const JsonElement& json) { return has(json, "attributes"); }, read_datacite,
         "a DOI under \"attributes\""},
    Kind{"openalex",
         [](const JsonElement& json) {
             return text_at(json, "id").starts_with("https://openalex.org/") || has(json, "authorships");
         },
         read_openalex, "a title or a DOI"},
    Kind{"crossref",
         [](const JsonElement& json) {
             return has(json, "DOI") && (is_array_at(json, "title") || is_array_at(json, "container-title") ||
                                         has(json, "deposited") || has(json, "prefix"));
         },
         read_crossref, "a DOI"},
    Kind{"csl", [](const JsonElement&) { return true; }, read_csl,
         "a title, a DOI or a PMID among other names of CSL-JSON (author, issued, container-title)"},
};

class JsonReader {
  public:
    explicit JsonReader(RecordSink& sink)
        : sink_(sink), parser_(kLargestRecord + simdjson::SIMDJSON_PADDING) {}

    void read(const JsonValue& value) {
        if (value.too_long) {
            skip(value, fmt::format("expected a record of at most {} MB, found a longer one",
                                    kLargestRecord >> 20U));
            return;
        }
        if (value.cut_off) {
            skip(value, "expected the end of the record, found the end of the file");
            return;
        }
        std::string_view text = value.text;
        text.remove_prefix(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        if (text::trim(text).empty()) {
            return;
        }
        JsonElement json;
        const auto error = parser_.parse(text.data(), text.size(), true).get(json);
        if (error != simdjson::SUCCESS || !json.is_object()) {
            skip(value,
                 fmt::format("expected a JSON object, found \"{}\"{}", shown(text),
                             error != simdjson::SUCCESS ? fmt::format(" ({})", simdjson::error_message(error))
                                                        : std::string()));
            return;
        }
        read_object(value, json);
    }

  private:
    void skip(const JsonValue& value, std::string what) {
        sink_.skipped(value.line, value.offset, std::move(what));
    }

    static std::string shown(std::string_view text) {
        constexpr std::size_t kShown = 60;
        std::string out = text::make_valid_utf8(text.substr(0, kShown));
        for (char& c : out) {
            c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        return out;
    }

    void read_object(const JsonValue& value, const JsonElement& json) {
        const auto message = member(json, "message");  // a reply of Crossref's API
        const auto data = member(json, "data");        // a reply of DataCite's
        const auto items = message ? member(*message, "items") : data ? data : member(json, "items");
        if (items && items->is_array()) {
            for_each(items, [&](const JsonElement& one) { read_record(value, one); });
        } else {
            read_record(value, message && message->is_object() ? *message : json);
        }
    }

    void read_record(const JsonValue& value, const JsonElement& json) {
        for (const Kind& kind : kKinds) {
            if (kind.is_it(json)) {
                sink_.kind(kind.name);
                if (!kind.read(json, sink_)) {
                    skip(value, fmt::format("expected a {} record with {}, found none in \"{}\"", kind.name,
                                            kind.needs, shown(value.text)));
                }
                return;
            }
        }
    }

    RecordSink& sink_;
    simdjson::dom::parser parser_;
};

void read_lines(ByteSource& source, JsonReader& reader) {
    LineReader lines(source, kLargestRecord);
    std::string_view line;
    while (lines.next(line)) {
        reader.read({line, lines.number(), lines.offset(), lines.cut(), false});
    }
}

void read_elements(ByteSource& source, JsonReader& reader) {
    JsonElements elements(source, kLargestRecord);
    JsonValue value;
    while (elements.next(value)) {
        reader.read(value);
    }
}

void read_whole(ByteSource& source, JsonReader& reader) {
    std::string text;
    constexpr std::size_t kBlock = std::size_t{256} << 10U;
    std::size_t got = 1;
    while (got > 0 && text.size() <= kLargestRecord) {
        const std::size_t before = text.size();
        text.resize(before + kBlock);
        got = source.read(text.data() + before, kBlock);
        text.resize(before + got);
    }
    reader.read({text, 1, 0, text.size() > kLargestRecord, false});
}

}  // namespace

bool looks_like_json(std::string_view head) {
    head = text::trim(head.substr(head.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    return head.starts_with('{') || head.starts_with('[');
}

void read_json_file(ByteSource& source, std::string_view head, RecordSink& sink) {
    JsonReader reader(sink);
    switch (json_shape(head)) {
        case JsonShape::lines:
            return read_lines(source, reader);
        case JsonShape::elements:
            return read_elements(source, reader);
        case JsonShape::whole:
            return read_whole(source, reader);
    }
}

}  // namespace whereof::authority
