#include "feeds/feed.h"

#include <algorithm>
#include <set>

#include "engines/tables/column_table.h"
#include "record/leaf.h"

namespace laoyou::feeds {
namespace {

using tables::ColumnTable;
using tables::needed;
using tables::wanted;

constexpr std::string_view k_by_hand = "by_hand";
constexpr std::int64_t k_trust_most = 100, k_days_most = 3660;

Result<bool> yes_no(const ColumnTable& table, std::size_t row, std::string_view column) {
  const std::string& text = table.text(row, column);
  if (text == "yes") return true;
  if (text.empty() || text == "no") return false;
  return table.refused(row, column, "bool.malformed", {text});
}

class FeedReader {
 public:
  explicit FeedReader(const collection::Collection& residents) : residents_(residents) {}

  void take_feed(const ColumnTable& table, std::size_t row) {
    Feed feed;
    feed.feed = table.text(row, "feed");
    if (feeds.find(feed.feed) != nullptr) return refusals.push_back(table.refused(row, "feed", "feeds.feed_repeated", {feed.feed}));
    feed.name = table.text(row, "zh");
    feed.name_en = table.text(row, "en");
    feed.sender = table.text(row, "sender");
    feed.sender_en = table.text(row, "sender_en");
    feed.key = table.text(row, "key");
    feed.source = table.text(row, "source");
    put(yes_no(table, row, "adds_people"), feed.adds_people);
    put(yes_no(table, row, "whole_list"), feed.whole_list);
    put(yes_no(table, row, "example"), feed.example);
    put(table.whole_number(row, "every_days", k_days_most), feed.every_days);
    feeds.all.push_back(std::move(feed));
  }

  void take_column(const ColumnTable& table, std::size_t row) {
    const std::string& key = table.text(row, "feed");
    FeedColumn column;
    column.header = table.text(row, "header");
    column.field = table.text(row, "field");
    put(table.whole_number_or(0, row, "trust", k_trust_most), column.trust);
    if (key == k_by_hand) return static_cast<void>(feeds.by_hand[column.field] = column.trust);
    const auto feed = std::find_if(feeds.all.begin(), feeds.all.end(), [&](const Feed& each) { return each.feed == key; });
    if (feed == feeds.all.end()) return refusals.push_back(table.refused(row, "feed", "feeds.feed_unknown", {key}));
    if (!column.field.empty() && residents_.find(column.field) == nullptr) return refusals.push_back(table.refused(row, "field", "feeds.field_unknown", {column.field}));
    const bool twice = std::any_of(feed->columns.begin(), feed->columns.end(), [&](const FeedColumn& each) { return !column.field.empty() && each.field == column.field; });
    if (twice) return refusals.push_back(table.refused(row, "field", "feeds.field_repeated", {column.field}));
    if (const std::string& form = table.text(row, "day_form"); !form.empty()) put(record::Leaf<collection::DayForm>::from_json_text(form), column.day_form);
    take_codes(table.text(row, "codes"), column);
    feed->columns.push_back(std::move(column));
  }

  void finish() {
    for (const Feed& feed : feeds.all)
      if (std::none_of(feed.columns.begin(), feed.columns.end(), [&](const FeedColumn& column) { return column.header == feed.key; }))
        refusals.push_back(refuse("feeds.key_unknown", {feed.key}));
  }

  Feeds feeds;
  Refusals refusals;

 private:
  template <class Read, class T>
  void put(const Result<Read>& read, T& value) {
    if (read) value = static_cast<T>(*read);
    else refusals.push_back(read.error());
  }

  /// "1=男|2=女": theirs on the left.
  static void take_codes(std::string_view text, FeedColumn& column) {
    while (!text.empty()) {
      const std::string_view one = text.substr(0, text.find('|'));
      text.remove_prefix(std::min(text.size(), one.size() + 1));
      if (const std::size_t sign = one.find('='); sign != std::string_view::npos) column.codes.push_back({std::string(one.substr(0, sign)), std::string(one.substr(sign + 1))});
    }
  }

  const collection::Collection& residents_;
};

}  // namespace

const Feed* Feeds::find(std::string_view feed) const {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Feed& each) { return each.feed == feed; });
  return found == all.end() ? nullptr : &*found;
}

std::int32_t Feeds::trust_by_hand(std::string_view field) const {
  auto found = by_hand.find(field);
  if (found == by_hand.end()) found = by_hand.find("*");
  return found == by_hand.end() ? 0 : found->second;
}

std::int32_t Feeds::trust(std::string_view feed, std::string_view field) const {
  const Feed* const found = find(feed);
  if (found == nullptr) return 0;
  for (const FeedColumn& column : found->columns)
    if (column.field == field) return column.trust;
  return 0;
}

void Feeds::take(Feeds nearer) {
  for (Feed& feed : nearer.all) {
    std::erase_if(all, [&](const Feed& each) { return each.feed == feed.feed; });
    all.push_back(std::move(feed));
  }
  for (const auto& [field, trust] : nearer.by_hand) by_hand[field] = trust;
}

CheckedResult<Feeds> read_feeds(std::string_view feeds_csv, std::string_view columns_csv, const collection::Collection& residents) {
  const auto feeds = ColumnTable::read(feeds_csv, {needed("feed"), needed("zh"), needed("en"), wanted("sender"), wanted("sender_en"), wanted("adds_people"), wanted("whole_list"),
                                                   needed("every_days"), needed("key"), wanted("source"), wanted("example")});
  if (!feeds) return Refusals{at("feeds.csv:", feeds.error())};
  const auto columns = ColumnTable::read(columns_csv, {needed("feed"), needed("header"), needed("field"), needed("trust"), wanted("day_form"), wanted("codes")});
  if (!columns) return Refusals{at("columns.csv:", columns.error())};
  FeedReader reader(residents);
  for (std::size_t row = 0; row < feeds->rows(); ++row) reader.take_feed(*feeds, row);
  for (std::size_t row = 0; row < columns->rows(); ++row) reader.take_column(*columns, row);
  reader.finish();
  if (!reader.refusals.empty()) return std::move(reader.refusals);
  return std::move(reader.feeds);
}

}  // namespace laoyou::feeds
