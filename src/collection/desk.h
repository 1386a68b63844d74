// What the routes of a register share: its services, the caller's rights, and how a record is written as JSON and read from it.
#pragma once

#include <map>
#include <set>

#include "collection/room.h"
#include "record/fields.h"

namespace laoyou::collection {

/// One request's view of a register.
struct Desk {
  const Services& services;
  const Registers& registers;
  const Collection& collection;
  const store::Acting acting;

  const store::Table& table(const store::Snapshot& snapshot) const { return snapshot.catalog().table(collection.record); }
  /// The caller may ask by fields that lists show masked.
  bool unmasks() const { return collection.unmasks && acting.powers.has(*collection.unmasks); }
  bool hides(const Field& field) const { return field.masked && !unmasks(); }
};

/// Given by the program alone: the id, the version, and whether a record was made up for a demonstration.
bool given_by_program(std::string_view field);

/// Never shown, whoever asks.
bool withheld(const Collection& collection, const Field& field);

/// Whether records within this scope may have the field: one that a plan adds belongs to the records of the plan's place.
bool within_reach(const Field& field, const store::Scope& scope);
/// The register without the fields that are out of the caller's reach; nothing when it has all of them.
std::optional<Collection> within_reach(const Collection& collection, const store::Scope& scope);

// row_json.cpp: a record as an answer.

/// Places and records that the rows of an answer name, to be said by their titles.
class Names {
 public:
  void note(const Desk& desk, const Cells& cells);
  /// Whether the rows name other records, so that their titles are to be read.
  bool of_records() const { return !ids_.empty(); }
  /// {"region": {"code": "name"}, "institution": {"id": "title"}}; titles of what the caller may see, masked as lists are.
  std::string json(const Desk& desk, const store::Snapshot& snapshot) const;
  /// The places alone, which need no reading.
  std::string places_json(const Desk& desk) const;

 private:
  std::set<std::string> regions_;
  std::map<std::string, std::set<std::int64_t>, std::less<>> ids_;  // by record
};

/// {"id": "1", "version": 3, …}: absent fields are left out, masked ones masked, withheld and secret ones never there.
void write_row(std::string& out, const Collection& collection, const Cells& cells);
/// {"row": {…}, "names": {…}}
std::string row_answer(const Desk& desk, const store::Snapshot& snapshot, const Cells& cells);
/// The same of a row that is at hand; the store is read only where the row names other records.
std::string row_answer(const Desk& desk, const Cells& cells);
/// What names a row where it is spoken of; masked as lists are.
std::string title_of(const Collection& collection, const Cells& cells);

// row_input.cpp: a record from a request.

/// The cells of a new record, from the members of a JSON object; its id is given by the store.
CheckedResult<Cells> read_new_row(const Collection& collection, const boost::json::object& body);
/// The cells after a change. A masked field that is not named stays as it is; every other one not named is emptied. `version` must be named.
CheckedResult<Cells> read_changed_row(const Collection& collection, const boost::json::object& body, const Cells& before);
/// What is wrong with a whole record: what is required is not there, or the room's own rules say so.
Refusals check_row(const Collection& collection, const Cells& now, const Cells* before);

// list_query.cpp

/// What of a list is wanted.
struct ListQuery {
  store::Scope scope;  ///< the caller's, or the place asked for within it: one range of the region's index either way
  store::Filter filter;
  std::optional<store::PageStart> after;
  std::optional<std::int64_t> after_row;  ///< instead of `after` where the order is by a masked field: its value is read from that row
  std::int64_t rows = 50;
  std::string sort;  ///< empty: by place
  store::Order order = store::Order::rising;
  bool counted = false;
};
CheckedResult<ListQuery> read_list_query(const Desk& desk, const record::Fields& fields, Date today);
/// What a list is asked for to find the records where the field is empty: "none", or "empty" where none is one of its choices.
std::string_view word_for_empty(const Field& field);
/// Where the page behind this record begins.
std::string page_mark(const Collection& collection, const ListQuery& query, const Cells& last);

// The routes, by file.
void add_read_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table);
void add_write_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table);
void add_sheet_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table);

}  // namespace laoyou::collection
