// SPDX-License-Identifier: MIT
#include "read_and_assemble.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return whereof::article::read_and_assemble("jsonl", data, size);
}
