// A feed (数据来源) is data of a plan: who sends a list of people, which of its columns says which field, how far it is believed in each, how often it is owed.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "collection/sheet_mapping.h"

namespace laoyou::feeds {

/// One column of their list. Of two sources that differ the one with the higher trust says what the register holds.
struct FeedColumn {
  std::string header;
  std::string field;         ///< of a resident; empty: it is read as the key alone, or left out
  std::int32_t trust = 0;    ///< 0 … 100
  collection::DayForm day_form = collection::DayForm::as_typed;
  std::vector<collection::MappedCode> codes;
};
LAOYOU_RECORD(FeedColumn, "feed_column", header, field, trust, day_form, codes)

struct Feed {
  std::string feed;           ///< its key
  std::string name, name_en;
  std::string sender, sender_en;
  bool adds_people = false;   ///< whom it names and nobody knows is put into the register; otherwise the row waits
  bool whole_list = false;    ///< a delivery is everybody: who is missing is no longer contained
  std::int32_t every_days = 0;  ///< how often a delivery is owed
  std::string key;            ///< header of the column by which they know a person
  std::string source;         ///< where this stands
  bool example = false;
  std::vector<FeedColumn> columns;
};
LAOYOU_RECORD(Feed, "feed", feed, name, name_en, sender, sender_en, adds_people, whole_list, every_days, key, source, example, columns)

/// The feeds of a place.
struct Feeds {
  std::vector<Feed> all;
  std::map<std::string, std::int32_t, std::less<>> by_hand;  ///< trust of what somebody typed here, by field; "*": of any other field

  const Feed* find(std::string_view feed) const;
  std::int32_t trust_by_hand(std::string_view field) const;
  /// Trust of a feed in a field; 0 where it says nothing of it.
  std::int32_t trust(std::string_view feed, std::string_view field) const;
  /// Those of a nearer layer take the place of those with the same key.
  void take(Feeds nearer);
};

/// Reads feeds.csv and columns.csv of a plan's folder feeds/. Refused as the tables' refusals or as
///   feeds.feed_unknown {found}, feeds.feed_repeated {key}, feeds.field_unknown {found}, feeds.field_repeated {field}, feeds.key_unknown {header}, bool.malformed, enum.unknown
CheckedResult<Feeds> read_feeds(std::string_view feeds_csv, std::string_view columns_csv, const collection::Collection& residents);

}  // namespace laoyou::feeds
