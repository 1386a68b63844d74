// What the tests of placing have in common.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "engines/matching/check.h"
#include "engines/matching/format/problem_json.h"
#include "engines/matching/reasons.h"
#include "engines/matching/samples/brute_force.h"
#include "engines/matching/solve.h"

namespace laoyou::matching {

inline std::string told(const Refusals& refusals) {
  std::string text;
  for (const Refusal& refusal : refusals) text += refusal.code + " " + refusal.place + "\n";
  return text;
}

/// The problem of a text whose quotes are written '.
inline Problem problem_of(std::string text) {
  for (char& each : text)
    if (each == '\'') each = '"';
  auto problem = read_problem(text);
  EXPECT_TRUE(problem.has_value()) << (problem ? "" : told(problem.error()));
  return problem ? std::move(*problem) : Problem{};
}

/// A problem with its market and answer.
struct Solved {
  explicit Solved(Problem given) : problem(std::move(given)), market(*make_market(problem)), answer(solve(market, {})) {}
  Solved(const Solved&) = delete;
  Solved& operator=(const Solved&) = delete;

  /// The place of a family's first member, "" for none.
  std::string place_of(const std::string& id, std::size_t member = 0) const {
    for (std::size_t family = 0; family < problem.families.size(); ++family) {
      const auto option = static_cast<std::size_t>(answer.option_of[family]);
      if (problem.families[family].id != id || option == market.options[family].size()) continue;
      const int place = market.options[family][option][member].place;
      return place == k_none ? "" : problem.places[static_cast<std::size_t>(place)].id;
    }
    return "";
  }
  int family(const std::string& id) const {
    for (std::size_t family = 0; family < problem.families.size(); ++family)
      if (problem.families[family].id == id) return static_cast<int>(family);
    return k_none;
  }
  Judgement judged() const { return check(problem, claimed_by(market, answer.option_of, answer.closed)); }

  Problem problem;
  Market market;
  Answer answer;
};

/// A family of one child of grade 1.
inline std::string one(const std::string& id, const std::string& wishes, const std::string& more) {
  return "{'id':'" + id + "','wishes':" + wishes + ",'members':[{'id':'" + id + "1','grade':'1'" + (more.empty() ? "" : "," + more) + "}]}";
}

inline std::string place(const std::string& id, int seats, const std::string& more = "") {
  return "{'id':'" + id + "','groups':[{'id':'g','grades':['1','2'],'seats':" + std::to_string(seats) + (more.empty() ? "" : "," + more) + "}]}";
}

inline std::string problem_text(const std::string& places, const std::string& families, const std::string& more = "") {
  return "{" + more + (more.empty() ? "" : ",") + "'places':[" + places + "],'families':[" + families + "]}";
}

}  // namespace laoyou::matching
