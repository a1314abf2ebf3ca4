// SPDX-License-Identifier: MIT
#include "authority/json_values.hpp"

#include <algorithm>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct ShapeCase {
    const char* head;
    JsonShape shape;
};
const ShapeCase kShapes[] = {
    {"{\"id\":1}\n{\"id\":2}\n", JsonShape::lines},
    {"{\"id\":1}{\"id\":2}", JsonShape::lines},
    {"{\"id\":1}", JsonShape::whole},
    {"\xEF\xBB\xBF [ {\"id\":1} ]", JsonShape::elements},
    {"{\"items\":[{\"DOI\":\"10.1/x\",\n", JsonShape::elements},
    {"{ \"items\" : [\n{\"DOI\"", JsonShape::elements},
    {"{\n  \"id\": 1,\n  \"title\": [\n    \"x\"\n  ]\n}", JsonShape::whole},
    {"{\"id\": \"broken\n{\"id\":2}\n", JsonShape::lines},
    {"{\"id\": 1, \n{\"id\":2}\n", JsonShape::whole},
    {"{\"retractions\":{\"10.1/a\":\"10.1/b\",", JsonShape::whole},
    {"{\"title\":[\"a long line that does not end in the head", JsonShape::lines},
    {"{\"status\":\"ok\",\"message\":{\"items\":[{}]}}", JsonShape::whole},
};

TEST(JsonShape, IsToldByTheFirstBytes) {
    for (const auto& [head, shape] : kShapes) {
        EXPECT_EQ(json_shape(head), shape) << head;
    }
    EXPECT_NO_FATAL_FAILURE((void)json_shape(""));
    EXPECT_NO_FATAL_FAILURE((void)json_shape("\n\n"));
}

/// Gives `step` bytes at a time, so that every value is cut somewhere.
class SlowSource final : public ByteSource {
  public:
    SlowSource(std::string_view bytes, std::size_t step) : bytes_(bytes), step_(step) {}
    std::size_t read(char* out, std::size_t size) override {
        const std::size_t count = std::min({size, step_, bytes_.size()});
        bytes_.copy(out, count);
        bytes_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view bytes_;
    std::size_t step_;
};

std::vector<std::string> elements(std::string_view text, std::size_t step, std::size_t longest = 1000) {
    SlowSource source(text, step);
    JsonElements cut(source, longest);
    std::vector<std::string> out;
    JsonValue value;
    while (cut.next(value)) {
        out.push_back(std::to_string(value.line) + "@" + std::to_string(value.offset) + ":" +
                      std::string(value.text) + (value.too_long ? " too long" : "") +
                      (value.cut_off ? " cut off" : ""));
    }
    return out;
}

TEST(JsonElements, CutsWhereverTheBytesEnd) {
    for (const std::size_t step : {1U, 2U, 3U, 7U, 1000U}) {
        EXPECT_THAT(elements("{\"items\":[{\"a\":\"],\\\"\"},\n {\"b\":[1,2]}]}", step),
                    ElementsAre("1@10:{\"a\":\"],\\\"\"}", "2@25:{\"b\":[1,2]}"));
        EXPECT_THAT(elements("[]", step), IsEmpty());
        EXPECT_THAT(elements("no array", step), IsEmpty());
        EXPECT_THAT(elements("[{\"a\":1},{\"b\":", step),
                    ElementsAre("1@1:{\"a\":1}", "1@9:{\"b\": cut off"));
        EXPECT_THAT(elements("[\"aaaaaaaaaaaaaaa\",7]", step, 5),
                    ElementsAre("1@1:\"aaaa too long", "1@19:7"));
    }
}

TEST(JsonElements, BoundsMemoryByTheLongestValue) {
    std::string text = "[\"" + std::string(5'000'000, 'x') + "\",{\"a\":1}]";
    SlowSource source(text, 100'000);
    JsonElements cut(source, 1000);
    JsonValue value;
    ASSERT_TRUE(cut.next(value));
    EXPECT_TRUE(value.too_long);
    EXPECT_LE(value.text.size(), 1000U);
    ASSERT_TRUE(cut.next(value));
    EXPECT_EQ(value.text, "{\"a\":1}");
    EXPECT_EQ(value.offset, 5'000'004U);
    EXPECT_FALSE(cut.next(value));
}

}  // namespace
}  // namespace whereof::authority
