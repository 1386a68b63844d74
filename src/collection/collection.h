// A register is declared, not coded (登记册). From one declaration come its routes (list, one, create, change, end, remove, history, template, export,
// import), its part of the API document and the description that screens are drawn from.
//
//   collection<Institution>("/api/institutions", {"机构", "Institutions"})
//       .may(Power::places_read, Power::places_write)
//       .title(&Institution::name).key(&Institution::credit_code).ends(&Institution::closed)
//       .lists({"name", "kind", "filed"}).checked_by(check_institution)
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "collection/file_field.h"
#include "http/route.h"
#include "powers/powers.h"
#include "record/field_list.h"
#include "store/table_definition.h"

namespace laoyou::collection {

using record::Cell;
using record::Field;

/// The cells of one record, in the order of its fields.
using Cells = std::vector<Cell>;

/// A declared register, without its type.
struct Collection {
  std::string record;                ///< as in the journal
  std::string path;                  ///< "/api/institutions"
  http::Summary label;               ///< "机构", "Institutions"
  store::TableDefinition table;
  std::vector<Field> fields;         ///< one for each of the table's columns
  powers::Power reads = powers::Power::plan_read;
  std::optional<powers::Power> writes;   ///< nothing: only the program makes these records
  std::optional<powers::Power> unmasks;  ///< nothing: nobody sees masked fields in full
  std::string title;                 ///< the field that names a row; empty: its id
  std::string ends;                  ///< the day from which a record counts no more; empty: it has no end
  std::vector<std::string> key;      ///< an import finds its row by these; empty: by the id alone
  std::vector<std::string> fixed;    ///< set when made, not changed afterwards
  std::vector<std::string> listed;   ///< what lists show at first; empty: the first few
  std::function<Refusals(const Cells& now, const Cells* before)> check;  ///< the room's own rules; before: nothing when made

  std::vector<FileField> files;      ///< places for files; empty: the records take none

  /// The position of that field; a name that is none is our own mistake.
  std::size_t position(std::string_view field) const;
  const Field* find(std::string_view field) const;
};

/// People write a place by its name: the column is called that.
void name_places(std::vector<Field>& fields);

/// The declaration of a register of T: id, version, region and whatever else.
template <record::Described T>
class Declared {
 public:
  Declared(std::string path, http::Summary label, std::vector<store::Index> indexes) {
    static_assert(requires(T value) {
      { value.version } -> std::same_as<std::int32_t&>;
    }, "a register's record has a version");
    made_.record = record::record_name<T>();
    made_.path = std::move(path);
    made_.label = std::move(label);
    made_.table = store::table<T>(std::move(indexes));
    made_.fields = record::field_list<T>();
    name_places(made_.fields);
  }

  Declared&& may(powers::Power read, std::optional<powers::Power> write, std::optional<powers::Power> unmask = std::nullopt) && {
    made_.reads = read;
    made_.writes = write;
    made_.unmasks = unmask;
    return std::move(*this);
  }
  /// The field that names a row; records are found by its words.
  template <class Member>
  Declared&& title(Member T::* member) && {
    made_.title = record::column_of(member);
    made_.table.searched.push_back(made_.title);
    return std::move(*this);
  }
  /// Records are found by the words of this field too.
  template <class Member>
  Declared&& search(Member T::* member) && {
    made_.table.searched.push_back(record::column_of(member));
    return std::move(*this);
  }
  template <class Member>
  Declared&& ends(Member T::* member) && {
    made_.ends = record::column_of(member);
    return std::move(*this);
  }
  /// No two records have the same; an import finds its row by it.
  template <class... Member>
  Declared&& key(Member T::*... member) && {
    made_.key = {record::column_of(member)...};
    made_.table.indexes.push_back({made_.key, true});
    return std::move(*this);
  }
  template <class... Member>
  Declared&& fixed(Member T::*... member) && {
    made_.fixed = {record::column_of(member)...};
    return std::move(*this);
  }
  /// Long lists come quickly in the order of these fields, and by bounds on them.
  template <class... Member>
  Declared&& sorts(Member T::*... member) && {
    (made_.table.indexes.push_back({{record::column_of(member), "id"}, false}), ...);
    return std::move(*this);
  }
  /// These rows say what a field of another record holds: the value from its day until the next one's (一条随时间变化的事实).
  template <class Parent, class Value>
  Declared&& dates(Id<Parent> T::* reference, Date T::* day, std::optional<Value> T::* value, std::optional<Value> Parent::* field) && {
    made_.table.dated.push_back({record::column_of(reference), record::column_of(day), record::column_of(value), std::string(record::record_name<Parent>()), record::column_of(field)});
    return std::move(*this);
  }
  /// Records are found by the last characters of these sealed fields, by callers who may see the fields in full.
  template <class... Member>
  Declared&& tails(Member T::*... member) && {
    made_.table.tailed = {record::column_of(member)...};
    return std::move(*this);
  }
  /// Names of fields, outer_inner for nested ones.
  Declared&& lists(std::vector<std::string> fields) && {
    for (const std::string& field : fields) made_.position(field);
    made_.listed = std::move(fields);
    return std::move(*this);
  }
  template <class Member>
  Declared&& owner(powers::OwnerKind kind, Member T::* member) && {
    made_.table.owners.push_back({kind, record::column_of(member)});
    return std::move(*this);
  }
  /// The records take files.
  Declared&& files(std::vector<FileField> fields) && {
    made_.files = std::move(fields);
    return std::move(*this);
  }
  /// Refusals with the field as place ("/stars").
  Declared&& checked_by(std::function<Refusals(const T& now, const T* before)> check) && {
    made_.check = [check = std::move(check)](const Cells& now, const Cells* before) {
      const T after = record::from_cells<T>(now);
      if (before == nullptr) return check(after, nullptr);
      const T old = record::from_cells<T>(*before);
      return check(after, &old);
    };
    return std::move(*this);
  }

  operator Collection() && { return std::move(made_); }

 private:
  Collection made_;
};

template <record::Described T>
Declared<T> collection(std::string path, http::Summary label, std::vector<store::Index> indexes = {}) {
  return Declared<T>(std::move(path), std::move(label), std::move(indexes));
}

}  // namespace laoyou::collection
