// Bytes as a problem of placing, as the public instance, or as a problem and the file of its answer: refused with its reason, or solved by an answer
// that the checker finds valid, whose file is read back, and whose next round can be solved. The first byte chooses.
#include <cstdint>
#include <string_view>

#include "engines/dispatch/format/json_reader.h"
#include "engines/matching/format/answer_json.h"
#include "engines/matching/format/daycarecp.h"
#include "engines/matching/format/problem_json.h"
#include "engines/matching/format/write_problem.h"
#include "engines/matching/next_round.h"
#include "require.h"

namespace {

using namespace laoyou::matching;

void require_told(const laoyou::Refusals& refusals) {
  require(!refusals.empty());
  for (const laoyou::Refusal& refusal : refusals) require(!refusal.code.empty());
}

void check_solved(const Problem& problem) {
  const auto market = make_market(problem);
  if (!market) return require_told(market.error());
  Effort effort;
  effort.work = 2'000;
  effort.proof_s = 0;
  const Answer answer = solve(*market, effort);
  const boost::json::value file = write_answer(*market, answer);
  const auto claimed = read_claimed(problem, file);
  require(claimed.has_value());
  const Judgement judgement = check(problem, *claimed);
  require(judgement.valid() && judgement.blocking.size() == answer.blocking.size() && compare_claims(problem, file, judgement).empty());
  require(make_market(next_round(problem, *claimed)).has_value());
}

void check_problem(std::string_view text) {
  const auto problem = read_problem(text);
  if (!problem) return require_told(problem.error());
  const auto again = read_problem(boost::json::serialize(write_problem(*problem)));
  require(again.has_value() && write_problem(*again) == write_problem(*problem));
  check_solved(*problem);
}

void check_answer(std::string_view text) {
  const std::size_t cut = text.find("=\n");
  const auto problem = read_problem(text.substr(0, cut));
  if (!problem || cut == std::string_view::npos || !make_market(*problem)) return;
  const auto file = laoyou::dispatch::parse_json(text.substr(cut + 2));
  if (!file) return;
  const auto claimed = read_claimed(*problem, *file);
  if (!claimed) return require_told(claimed.error());
  const Judgement judgement = check(*problem, *claimed);
  compare_claims(*problem, *file, judgement);
  if (judgement.valid()) next_round(*problem, *claimed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      check_problem(text);
      break;
    case 1:
      if (const auto problem = read_daycarecp(text))
        check_solved(*problem);
      else
        require_told(problem.error());
      break;
    default:
      check_answer(text);
  }
  return 0;
}
