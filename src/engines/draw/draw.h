// The draw itself: from lists fixed beforehand and a seed to the places to be visited and who goes there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engines/draw/ticket.h"

namespace laoyou::draw {

/// A place that may be inspected.
struct Target {
  std::string id, name, kind, grade;
  int visits = 0;        ///< made this year already
  std::string excluded;  ///< why it takes no part in the draw; empty where it does
};

struct Inspector {
  std::string id;
  std::vector<std::string> powers;  ///< what the inspector may examine, sorted
  int most = 0;                     ///< visits in this draw; 0 is without limit
};

/// The places of one kind, drawn among themselves.
struct Stratum {
  std::string kind;
  int take = 0;                     ///< at most so many places, those due included
  int inspectors = 2;               ///< sent to each place
  std::vector<std::string> powers;  ///< each is held by one of those sent, sorted
};

/// What a credit grade means for the draw.
struct Grade {
  std::string grade;
  int lots = 1;            ///< the ratio of the grades: twice the lots, twice the chance to be drawn first
  int yearly_minimum = 0;  ///< visits that a place of the grade receives in a year
};

/// The inspector never goes to the target.
struct Conflict {
  std::string inspector, target;
  auto operator<=>(const Conflict&) const = default;
};

/// An office that hid a secret behind its SHA-256 before the event.
struct Office {
  std::string office, commitment;
};

/// Everything that is fixed before the seed exists. Each list is sorted by its first member, so that the order of rows means nothing.
struct Lists {
  int draws_left = 1;  ///< draws in the year, this one included
  HashName hash = HashName::sha256;
  std::vector<Stratum> strata;
  std::vector<Grade> grades;
  std::vector<Office> offices;
  std::vector<Target> targets;
  std::vector<Inspector> inspectors;
  std::vector<Conflict> conflicts;
};

/// One place of the draw.
struct Drawn {
  const Stratum* stratum = nullptr;
  const Target* target = nullptr;
  int number = 0;    ///< from 1 within its kind
  bool due = false;  ///< taken because the year's minimum could not be reached otherwise
  Ticket ticket;
  std::vector<std::string> drawn;  ///< the inspectors as drawn
  std::vector<std::string> going;  ///< the same after those who are absent were replaced
};

/// True when the place misses its yearly minimum unless it is visited in this draw and in each one left.
bool is_due(const Target& target, const Grade& grade, int draws_left);

/// The draw of `lists` (as read_lists() gives them) by `seed`, by kind and then by ticket. In each kind those due come into the draw, then the
/// smallest tickets. To each place goes, for each needed power in order that nobody chosen holds, the inspector with the smallest pairing
/// ticket who holds it, then whoever has the smallest; never one in conflict or at the limit of visits. Fewer are named where nobody is
/// left. The absent are replaced by the same rule, the others stay. The result points into `lists`.
std::vector<Drawn> run_draw(const Lists& lists, std::string_view seed, const std::vector<std::string>& absent);

}  // namespace laoyou::draw
