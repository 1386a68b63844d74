// Measures the duty roster's search on one public nurse rostering file, with the way it takes.
//
//   roster_bench FILE [SECONDS] [SEED] [THREADS] [ITERATIONS]
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "engines/roster/nrp_series.h"
#include "engines/roster/solve.h"

namespace {

double cpu_s() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

int main(int count, char** words) {
  using namespace laoyou;
  if (count < 2) return 2;
  std::ifstream file(words[1]);
  const auto problem = roster::read_nrp(file);
  if (!problem) return 1;
  const double seconds = count > 2 ? std::atof(words[2]) : 60, began_s = cpu_s();
  roster::SolveOptions options;
  options.steps = count > 5 ? std::atoll(words[5]) : 1'000'000'000;
  options.seed = count > 3 ? static_cast<std::uint64_t>(std::atoll(words[3])) : 1;
  options.threads = count > 4 ? std::atoi(words[4]) : 1;
  const auto elapsed_s = [&] { return (cpu_s() - began_s) / options.threads; };
  if (count <= 5) options.elapsed_share = [&] { return elapsed_s() / seconds; };
  options.progress = [&](double, std::int64_t price, std::optional<std::int64_t> bound) {
    std::fprintf(stderr, "%8.2f s  price %lld  bound %lld\n", elapsed_s(), static_cast<long long>(price), static_cast<long long>(bound.value_or(-1)));
  };
  const auto answer = roster::solve(*problem, options);
  if (!answer) return 1;
  std::printf("cost %lld bound %lld valid %d steps %lld seconds %.2f\n", static_cast<long long>(answer->judgement.cost()), static_cast<long long>(answer->bound.value_or(-1)),
              answer->judgement.valid(), static_cast<long long>(answer->steps), elapsed_s());
}
