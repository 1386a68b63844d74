#include "engines/siting/siting_program.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace laoyou::siting {
namespace {

constexpr double k_unbounded = std::numeric_limits<double>::infinity();

class Statement {
 public:
  Statement(const SitingProblem& problem, const Requirements& requirements)
      : problem_(problem),
        radius_(problem.goal == Goal::least_travel ? k_unbounded : problem.radius),
        requirements_(requirements) {}

  SitingProgram state() {
    add_places();
    add_pairs();
    add_service_rows();
    add_limits();
    add_use_rows();
    return std::move(program_);
  }

 private:
  void add_places() {
    program_.places = static_cast<std::int32_t>(problem_.places.size());
    const bool by_price = std::any_of(problem_.places.begin(), problem_.places.end(),
                                      [](const CandidatePlace& place) { return !place.existing && place.price_fen > 0; });
    for (const CandidatePlace& place : problem_.places) {
      double cost = 0;
      if (problem_.goal == Goal::least_travel) cost = place.opening_cost;
      if (problem_.goal == Goal::reach_all) cost = by_price ? (place.existing ? 0.0 : static_cast<double>(place.price_fen)) : 1.0;
      program_.objective.push_back(cost);
      program_.lower.push_back(place.existing ? 1 : 0);
      program_.whole.push_back(1);
    }
  }

  void add_pairs() {
    for (std::size_t client = 0; client < problem_.people.size(); ++client) {
      const double people = problem_.people[client];
      // Reaching everybody speaks of every client; the other goals only of people.
      if (people == 0 && problem_.goal != Goal::reach_all) continue;
      for (auto at = static_cast<std::size_t>(problem_.travel.first[client]); at < static_cast<std::size_t>(problem_.travel.first[client + 1]); ++at) {
        if (problem_.travel.cost[at] > radius_) continue;
        program_.pair_client.push_back(static_cast<std::int32_t>(client));
        program_.pair_place.push_back(problem_.travel.place[at]);
        double cost = 0;
        if (problem_.goal == Goal::least_travel) cost = people * problem_.travel.cost[at];
        if (problem_.goal == Goal::reach_most) cost = -people;
        program_.objective.push_back(cost);
        program_.lower.push_back(0);
        program_.whole.push_back(problem_.whole_clients ? 1 : 0);
      }
    }
  }

  void put(std::int32_t column, double value) {
    program_.entry_column.push_back(column);
    program_.entry.push_back(value);
  }

  void end_row(double lower, double upper) {
    program_.row_first.push_back(static_cast<std::int32_t>(program_.entry.size()));
    program_.row_lower.push_back(lower);
    program_.row_upper.push_back(upper);
  }

  /// Every client once (or at most once), and only by open places.
  void add_service_rows() {
    const auto pairs = static_cast<std::int32_t>(program_.pair_client.size());
    for (std::int32_t pair = 0; pair < pairs;) {
      const std::int32_t client = program_.pair_client[static_cast<std::size_t>(pair)];
      for (; pair < pairs && program_.pair_client[static_cast<std::size_t>(pair)] == client; ++pair) put(program_.places + pair, 1);
      end_row(problem_.goal == Goal::reach_most ? 0 : 1, 1);
    }
    for (std::int32_t pair = 0; pair < pairs; ++pair) {
      put(program_.pair_place[static_cast<std::size_t>(pair)], -1);
      put(program_.places + pair, 1);
      end_row(-k_unbounded, 0);
    }
  }

  void add_limits() {
    if (problem_.most_places && requirements_.most_places) {
      for (std::int32_t place = 0; place < program_.places; ++place) put(place, 1);
      end_row(-k_unbounded, *problem_.most_places);
    }
    if (problem_.budget_fen && requirements_.budget) {
      for (std::int32_t place = 0; place < program_.places; ++place) {
        const CandidatePlace& candidate = problem_.places[static_cast<std::size_t>(place)];
        if (!candidate.existing) put(place, static_cast<double>(candidate.price_fen));
      }
      end_row(-k_unbounded, static_cast<double>(*problem_.budget_fen));
    }
  }

  void add_use_rows() {
    std::vector<std::vector<std::int32_t>> pairs_of(problem_.places.size());
    for (std::size_t pair = 0; pair < program_.pair_place.size(); ++pair) {
      pairs_of[static_cast<std::size_t>(program_.pair_place[pair])].push_back(static_cast<std::int32_t>(pair));
    }
    for (std::size_t place = 0; place < pairs_of.size(); ++place) {
      const CandidatePlace& candidate = problem_.places[place];
      const auto put_people = [&] {
        for (const std::int32_t pair : pairs_of[place]) {
          put(program_.places + pair, problem_.people[static_cast<std::size_t>(program_.pair_client[static_cast<std::size_t>(pair)])]);
        }
      };
      if (std::isfinite(candidate.capacity) && requirements_.capacity) {
        put_people();
        put(static_cast<std::int32_t>(place), -candidate.capacity);
        end_row(-k_unbounded, 0);
      }
      if (candidate.least_use > 0 && requirements_.least_use) {
        put_people();
        put(static_cast<std::int32_t>(place), -candidate.least_use);
        end_row(0, k_unbounded);
      }
    }
  }

  const SitingProblem& problem_;
  const double radius_;
  const Requirements& requirements_;
  SitingProgram program_;
};

}  // namespace

SitingProgram state_program(const SitingProblem& problem, const Requirements& requirements) {
  return Statement(problem, requirements).state();
}

SitingProgram state_covering(const MedianProblem& problem) {
  SitingProgram program;
  program.places = problem.place_count;
  const auto put = [&program](std::int32_t column, double value) {
    program.entry_column.push_back(column);
    program.entry.push_back(value);
  };
  const auto end_row = [&program](double lower, double upper) {
    program.row_first.push_back(static_cast<std::int32_t>(program.entry.size()));
    program.row_lower.push_back(lower);
    program.row_upper.push_back(upper);
  };
  program.objective.assign(static_cast<std::size_t>(problem.place_count), 0.0);
  program.whole.assign(static_cast<std::size_t>(problem.place_count), 1);
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    program.objective.push_back(problem.unserved_cost[client]);
    program.whole.push_back(0);
    for (auto at = static_cast<std::size_t>(problem.first_offer[client]); at < static_cast<std::size_t>(problem.first_offer[client + 1]); ++at) {
      put(problem.offer_place[at], 1);
    }
    put(problem.place_count + static_cast<std::int32_t>(client), 1);
    end_row(1, k_unbounded);
  }
  program.lower.assign(program.objective.size(), 0.0);
  for (std::int32_t place = 0; place < problem.place_count; ++place) put(place, 1);
  end_row(-k_unbounded, problem.most_places);
  if (!problem.has_budget()) return program;
  for (std::int32_t place = 0; place < problem.place_count; ++place) {
    put(place, static_cast<double>(problem.price_fen[static_cast<std::size_t>(place)]));
  }
  end_row(-k_unbounded, static_cast<double>(problem.budget_fen));
  return program;
}

}  // namespace laoyou::siting
