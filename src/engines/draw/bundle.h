// What is published: before the event a commitment, after it a bundle that begins with the commitment and holds everything needed to repeat the draw.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/draw/draw.h"
#include "engines/draw/read_lists.h"

namespace laoyou::draw {

/// What is said with the lists before the seed exists.
struct Announcement {
  std::string name;        ///< of the draw
  std::string published;   ///< when the commitment is made public, "2026-12-01T02:00:00Z"
  std::string event;       ///< the public event whose digits make the seed
  std::string event_time;  ///< when it takes place, after `published`
};

struct Commitment {
  Announcement announcement;
  Lists lists;
  std::string text;  ///< as published
  std::string hash;  ///< of the text before it: what a paper or a time stamp can carry
};

/// What became known afterwards.
struct Outcome {
  std::string digits;  ///< 0-9 and a-f alone, as the event gave them
  std::string source;  ///< where they can be looked up
  std::string time;    ///< when they were taken from there, not before the event
};

/// A draw that was carried out. Not to be copied: `drawn` points into the lists.
struct Bundle {
  Bundle() = default;
  Bundle(Bundle&&) = default;
  Bundle& operator=(Bundle&&) = default;
  Bundle(const Bundle&) = delete;
  Bundle& operator=(const Bundle&) = delete;

  Commitment commitment;
  Outcome outcome;
  std::string revealed;  ///< the offices' secrets as a published list
  std::string seed;
  std::vector<std::string> absent;
  std::vector<Drawn> drawn;
  std::string text;  ///< as published
  std::string hash;  ///< of the text before it
};

/// Makes the commitment. Refused as Instant::parse refuses, "draw.time_order", "draw.text_refused", "draw.cell_empty", each with its option as place.
CheckedResult<Commitment> commit(Announcement announcement, Lists lists);

/// Reads a commitment back. Refused as "draw.not_a_bundle", "draw.altered" {field} with the place "line:1", or as its lists are.
CheckedResult<Commitment> read_commitment(std::string_view text);

/// The draw of a commitment. The seed is the hash of the digits and the secrets, one to a line. Refused as the lists are, and as
/// "draw.digits_malformed", "draw.time_order".
CheckedResult<Bundle> run(Commitment commitment, Outcome outcome, const ListText& secrets, const ListText& absent, ListForm form = ListForm::csv);

/// Repeats the draw of a published bundle; refused as read_commitment() and run(), or "draw.altered" {field} at the first line that is not what it must be.
CheckedResult<Bundle> verify(std::string_view text);

}  // namespace laoyou::draw
