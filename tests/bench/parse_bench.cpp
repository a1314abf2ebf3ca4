// SPDX-License-Identifier: MIT
#include "base/embedded.hpp"
#include "bib/lexicon.hpp"
#include "bib/reference.hpp"
#include "bib/tagger.hpp"
#include "formats/csl_json.hpp"

#include <array>
#include <string>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;

/// One of each kind that articles cite.
constexpr std::array<std::string_view, 8> kReferences{
    "Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to pay attention. "
    "Lancet. 2018 Jun "
    "9;391(10137):2356-2367. doi: 10.1016/S0140-6736(18)30480-X.",
    "Foster, N. E., Anema, J. R., Cherkin, D., Chou, R., Cohen, S. P., Gross, D. P., & Maher, C. G. (2018). "
    "Prevention and "
    "treatment of low back pain: Evidence, challenges, and promising directions. The Lancet, 391(10137), "
    "2368–2383.",
    "Hayden, Jill A., Jenna Ellis, and Rachel Ogilvie. “Exercise Therapy for Chronic Low Back Pain.” "
    "Cochrane Database of "
    "Systematic Reviews 9, no. 9 (2021): CD009790.",
    "R. Chou, J. Friedly, and J. Turner, “Systemic pharmacologic therapies for low back pain,” Ann. Intern. "
    "Med., vol. 166, "
    "no. 7, pp. 480–492, Apr. 2017, doi: 10.7326/M16-2458.",
    "Waddell G. The back pain revolution. 2nd ed. Edinburgh: Churchill Livingstone; 2004.",
    "Müller, Hans/Schmidt, Karin (1998): Arbeit und Gesundheit. In: Meyer, Peter (Hrsg.): Handbuch "
    "Gesundheit. Weinheim: "
    "Juventa, S. 12-34.",
    "World Health Organization. Low back pain. 2023. "
    "https://www.who.int/news-room/fact-sheets/detail/low-back-pain. Accessed "
    "May 3, 2024.",
    "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet 2017; 389: 736–47.",
};

void parse_reference(benchmark::State& state) {
    std::size_t at = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(bib::parse_reference(kReferences[at++ % kReferences.size()]));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parse_reference);

void parse_reference_to_csl_json(benchmark::State& state) {
    std::size_t at = 0;
    for (auto _ : state) {
        const auto reference = bib::parse_reference(kReferences[at++ % kReferences.size()]);
        benchmark::DoNotOptimize(formats::to_csl_json(reference.item).dump());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parse_reference_to_csl_json);

void load_model(benchmark::State& state) {
    for (auto _ : state) {
        const bib::Weights weights(embedded_file("corpus/weights/parser.bin").bytes, bib::embedded_pilots());
        const bib::Lexicon lexicon(embedded_file("corpus/weights/parser_lexicon.bin").bytes);
        benchmark::DoNotOptimize(&weights);
        benchmark::DoNotOptimize(&lexicon);
    }
}
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
