// SPDX-License-Identifier: MIT
#include "authority/peeked_source.hpp"

namespace whereof::authority {

PeekedSource::PeekedSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) { fill(); }

void PeekedSource::fill() {
    constexpr std::size_t kBlock = std::size_t{1} << 20U;
    block_.resize(kBlock);
    std::size_t have = 0;
    try {
        for (std::size_t got = 1; got > 0 && have < kBlock; have += got) {
            got = inner_->read(block_.data() + have, kBlock - have);
        }
    } catch (const IoError&) {
        broken_ = std::current_exception();
    }
    block_.resize(have);
    given_ = 0;
    taken_ = inner_->taken();
}

std::size_t PeekedSource::read(char* out, std::size_t size) {
    if (given_ == block_.size()) {
        if (broken_) {
            std::rethrow_exception(broken_);
        }
        fill();
        if (block_.empty() && broken_) {
            std::rethrow_exception(broken_);
        }
    }
    const std::size_t count = block_.copy(out, size, given_);
    given_ += count;
    return count;
}

}  // namespace whereof::authority
