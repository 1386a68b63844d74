// What a plan is judged by.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace laoyou::dispatch {

/// The terms of the objective, each in its natural unit; less is better.
enum class Term : std::uint8_t {
  unserved,        ///< sum of the prizes of visits nobody makes
  lateness,        ///< seconds that visits start after their window closed
  worst_lateness,  ///< seconds of the latest of them
  overtime,        ///< seconds that routes end after their shift
  travel,          ///< seconds travelled
  continuity,      ///< strangers: carers new to a person, the first one free for a person without usual carers
  wishes,          ///< unmet wishes and preferences
  unfairness,      ///< seconds of visits that carers make beyond their share
  changes,         ///< sum of the prices of broken promises
};
constexpr std::size_t k_terms = 9;

/// A value for each term.
using Terms = std::array<std::int64_t, k_terms>;

inline std::int64_t& at(Terms& terms, Term term) { return terms[static_cast<std::size_t>(term)]; }
inline std::int64_t at(const Terms& terms, Term term) { return terms[static_cast<std::size_t>(term)]; }

/// The name of a term in files; and the term of a name, k_terms for none.
std::string_view name_of(Term term);
std::size_t term_of(std::string_view name);

/// One level: the weighted sum of its terms.
struct Level {
  std::array<std::int64_t, k_terms> weight{};  ///< 0: the term is not in this level
};

/// Levels from the most to the least important: a later level counts only between plans equal in all earlier ones.
struct Objective {
  std::vector<Level> levels;

  /// The value of each level.
  std::vector<std::int64_t> values(const Terms& terms) const;
};

/// For a running day: unserved; lateness, overtime and changes together, so that a promise is broken only where that saves more seconds than
/// its price; the rest as usual.
Objective running_day_objective();

/// unserved; lateness; overtime; travel, continuity (600 s a stranger), wishes (300 s each), unfairness (a tenth) and changes together.
Objective usual_objective();

}  // namespace laoyou::dispatch
