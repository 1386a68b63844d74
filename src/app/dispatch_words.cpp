#include "app/dispatch_words.h"

#include <time.h>

#include <istream>
#include <iterator>
#include <ostream>

#include "app/engine_command.h"
#include "engines/dispatch/format/plan_json.h"

namespace laoyou::app {
namespace {

constexpr double k_longest_s = 1e6;
constexpr std::int64_t k_most_steps = 1'000'000'000'000;
constexpr int k_most_threads = 256;
constexpr int k_most_searches = 1024;

}  // namespace

Result<std::string> dispatch_text(const std::string& name, std::istream& in) {
  if (name != "-") return read_whole_file(name);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

int say_as_json(const Refusals& refusals, std::ostream& err) {
  err << boost::json::serialize(boost::json::object{{"refused", dispatch::write_refusals(refusals)}}) << "\n";
  return 1;
}

Stopwatch::Stopwatch(bool cpu, int threads) : clock_(cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC), threads_(cpu ? threads : 1), start_s_(now_s()) {}

double Stopwatch::now_s() const {
  timespec time{};
  clock_gettime(clock_, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

CheckedResult<Effort> Effort::read(const Options& options, double default_s) {
  Effort effort;
  Refusals wrong;
  const auto number = [&](auto result, auto absent) {
    if (!result) wrong.push_back(result.error());
    return result ? result->value_or(absent) : absent;
  };
  effort.seconds = number(number_between<double>(options, "seconds", 0, k_longest_s), default_s);
  if (options.has("iterations")) effort.steps = number(number_between<std::int64_t>(options, "iterations", 0, k_most_steps), std::int64_t{0});
  if (options.has("iterations") && options.has("seconds")) wrong.push_back(refuse("option.not_together", {"seconds", "iterations"}));
  effort.seed = number(number_option<std::uint64_t>(options, "seed"), std::uint64_t{1});
  effort.threads = number(number_between<int>(options, "threads", 1, k_most_threads), 1);
  effort.searches = number(number_between<int>(options, "searches", 1, k_most_searches), effort.steps ? 1 : effort.threads);
  const std::string clock = options.value("clock").value_or("wall");
  if (clock != "wall" && clock != "cpu") wrong.push_back(refuse("option.unknown_value", {"clock", clock, "wall, cpu"}));
  effort.cpu = clock == "cpu";
  if (!wrong.empty()) return wrong;
  return effort;
}

std::int64_t Effort::most_steps() const { return steps.value_or(k_most_steps); }

std::function<double()> Effort::elapsed_share(const Stopwatch& watch) const {
  if (steps) return {};
  return [&watch, allowed_s = seconds] { return allowed_s > 0 ? watch.elapsed_s() / allowed_s : 1.0; };
}

}  // namespace laoyou::app
