// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <new>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace redoubt {

/// Memory for arrays that are large and short-lived: where the system has pages of two megabytes it is asked for these. The
/// first touch of each page stops the program for some microseconds, and small pages make thousands of such stops in the
/// one frame that needs a larger array.
template <class T>
struct LargePages {
    using value_type = T;

    LargePages() = default;
    template <class Other>
    LargePages(const LargePages<Other>&) noexcept {}

    [[nodiscard]] T* allocate(std::size_t count)
    {
        const std::size_t bytes = rounded(count * sizeof(T));
        void* memory = std::aligned_alloc(alignmentOf(bytes), bytes);
        if (!memory)
            throw std::bad_alloc();
#ifdef __linux__
        if (bytes >= page)
            (void)madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: nothing depends on it
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t) noexcept { std::free(memory); }

    template <class Other>
    bool operator==(const LargePages<Other>&) const noexcept { return true; }

    /// How many fit without wasting a part of a page: an array that must grow had better grow to this.
    [[nodiscard]] static std::size_t roomFor(std::size_t count) { return rounded(count * sizeof(T)) / sizeof(T); }

private:
    static constexpr std::size_t page = std::size_t(2) << 20, line = 64;

    static std::size_t alignmentOf(std::size_t bytes) { return bytes >= page ? page : line; }
    static std::size_t rounded(std::size_t bytes)
    {
        const std::size_t unit = alignmentOf(bytes);
        return (bytes + unit - 1) / unit * unit;
    }
};

}  // namespace redoubt
