// SPDX-License-Identifier: MIT
#include "base/shared_library.hpp"

#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(SharedLibrary, BindsFunctions) {
    const SharedLibrary library("libm.so.6", "libc6");
    double (*cosine)(double) = nullptr;
    library.bind("cos", cosine);
    EXPECT_EQ(cosine(0.0), 1.0);
}

TEST(SharedLibrary, SaysWhatIsMissingAndWhatToInstall) {
    EXPECT_THAT([] { const SharedLibrary library("libno-such.so.9", "libno-such9"); },
                ThrowsMessage<std::runtime_error>(AllOf(HasSubstr("expected the library libno-such.so.9"),
                                                        HasSubstr("install the package libno-such9"))));
    const SharedLibrary library("libm.so.6", "libc6");
    void (*function)() = nullptr;
    EXPECT_THAT([&] { library.bind("no_such_function", function); },
                ThrowsMessage<std::runtime_error>(HasSubstr("found one without no_such_function")));
    EXPECT_EQ(function, nullptr);
    EXPECT_THAT([&] { library.fail("found version 1"); },
                ThrowsMessage<std::runtime_error>(HasSubstr("found version 1")));
}

}  // namespace
}  // namespace whereof
