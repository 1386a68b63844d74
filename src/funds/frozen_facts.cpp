#include "funds/frozen_facts.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "funds/bytes.h"

namespace laoyou::funds {
namespace {

constexpr std::string_view k_format = "laoyou facts 1";

using rules::Kind;
using rules::Value;

/// The rows in the order of their ids.
std::vector<std::size_t> rows_by_id(const rules::Table& table, int id_field) {
  std::vector<std::size_t> rows(table.rows());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  if (id_field < 0) return rows;
  const rules::Column& ids = table.column(id_field);
  std::sort(rows.begin(), rows.end(), [&](std::size_t left, std::size_t right) { return ids.at(left) < ids.at(right); });
  return rows;
}

/// Codes of a closed list by their names, so that a list may grow.
class CodeNames {
 public:
  CodeNames(const rules::Schema& schema, rules::Type type) : list_(&schema.code_lists[static_cast<std::size_t>(type.detail)]) {}
  void write(ByteWriter& out) const {
    out.number(list_->codes.size());
    for (const auto& code : list_->codes) out.text(code.name);
  }
  /// Positions of today by those of then; nothing when one is no more.
  std::optional<std::vector<std::int64_t>> read(ByteReader& in) const {
    std::vector<std::int64_t> positions;
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
      const int found = list_->find(in.text());
      if (found < 0) return std::nullopt;
      positions.push_back(found);
    }
    return positions;
  }

 private:
  const rules::CodeList* list_;
};

void write_column(ByteWriter& out, const rules::Column& column, const rules::TextPool& texts) {
  std::int64_t before = 0;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    const Value value = column.at(row);
    if (!value) {
      out.number(0);
      continue;
    }
    if (column.type().kind == Kind::text) {
      out.number(1);
      out.text(texts.at(*value));
      continue;
    }
    // The distance from the value above, one up so that 0 is free for "missing".
    const std::int64_t step = *value - before;
    out.number((static_cast<std::uint64_t>(step) << 1 ^ static_cast<std::uint64_t>(step >> 63)) + 1);
    before = *value;
  }
}

bool read_column(ByteReader& in, std::size_t rows, rules::Type type, const std::vector<std::int64_t>& codes, rules::TextPool& texts, std::vector<Value>& values) {
  std::int64_t before = 0;
  values.assign(rows, std::nullopt);
  for (std::size_t row = 0; row < rows && !in.failed(); ++row) {
    const std::uint64_t sign = in.number();
    if (sign == 0) continue;
    if (type.kind == Kind::text) {
      values[row] = texts.intern(in.text());
      continue;
    }
    before += static_cast<std::int64_t>((sign - 1) >> 1) ^ -static_cast<std::int64_t>((sign - 1) & 1);
    if (type.kind == Kind::code) {
      if (before < 0 || before >= std::ssize(codes)) return false;
      values[row] = codes[static_cast<std::size_t>(before)];
    } else {
      values[row] = before;
    }
  }
  return !in.failed();
}

Refusal unreadable(std::string what) { return refuse("funds.frozen_unreadable", {std::move(what)}); }

/// One record's rows, column by column.
Result<void> read_table(ByteReader& in, const rules::Schema& schema, rules::Facts& facts) {
  const std::string name = in.text();
  const int record = schema.find_record(name);
  if (record < 0) return unreadable(name);
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  const std::size_t rows = in.number(), fields = in.number();
  if (in.failed() || rows > in.left()) return unreadable(name);
  std::vector<std::vector<Value>> columns(kind.fields.size());
  for (std::size_t i = 0; i < fields; ++i) {
    const std::string field = in.text();
    const int position = kind.find(field);
    if (position < 0) return unreadable(name + "." + field);
    const rules::Type type = kind.fields[static_cast<std::size_t>(position)].type;
    std::vector<std::int64_t> codes;
    if (type.kind == Kind::code) {
      const auto read = CodeNames(schema, type).read(in);
      if (!read) return unreadable(name + "." + field);
      codes = *read;
    }
    if (!read_column(in, rows, type, codes, facts.texts, columns[static_cast<std::size_t>(position)])) return unreadable(name + "." + field);
  }
  std::vector<Value> values(kind.fields.size());
  rules::Table& table = facts.tables[static_cast<std::size_t>(record)];
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t field = 0; field < columns.size(); ++field) values[field] = columns[field].empty() ? Value() : columns[field][row];
    table.append(values);
  }
  table.settle();
  return {};
}

}  // namespace

rules::Facts freeze(const rules::Facts& facts, const rules::Schema& schema, const FieldsRead& read) {
  rules::Facts frozen(schema);
  for (const auto& [record, fields] : read) {
    const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
    const rules::Table& table = facts.tables[static_cast<std::size_t>(record)];
    rules::Table& kept = frozen.tables[static_cast<std::size_t>(record)];
    std::vector<Value> values(kind.fields.size());
    for (const std::size_t row : rows_by_id(table, kind.id_field)) {
      for (const int field : fields) {
        Value value = table.column(field).at(row);
        if (value && kind.fields[static_cast<std::size_t>(field)].type.kind == Kind::text) value = frozen.texts.intern(facts.texts.at(*value));
        values[static_cast<std::size_t>(field)] = value;
      }
      kept.append(values);
    }
    kept.settle();
  }
  return frozen;
}

std::string pack_facts(const rules::Facts& frozen, const rules::Schema& schema, const FieldsRead& read) {
  ByteWriter out;
  out.text(k_format);
  out.number(read.size());
  for (const auto& [record, fields] : read) {
    const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
    const rules::Table& table = frozen.tables[static_cast<std::size_t>(record)];
    out.text(kind.name);
    out.number(table.rows());
    out.number(fields.size());
    for (const int field : fields) {
      const rules::Field& what = kind.fields[static_cast<std::size_t>(field)];
      out.text(what.name);
      if (what.type.kind == Kind::code) CodeNames(schema, what.type).write(out);
      write_column(out, table.column(field), frozen.texts);
    }
  }
  return compress(out.bytes());
}

Result<rules::Facts> unpack_facts(std::string_view bytes, const rules::Schema& schema) {
  const auto plain = decompress(bytes);
  if (!plain) return unreadable("zlib");
  ByteReader in(*plain);
  if (in.text() != k_format) return unreadable("format");
  rules::Facts facts(schema);
  const std::uint64_t tables = in.number();
  for (std::uint64_t i = 0; i < tables; ++i)
    if (const Result<void> done = read_table(in, schema, facts); !done) return done.error();
  if (in.failed() || !in.at_end()) return unreadable("end");
  return facts;
}

}  // namespace laoyou::funds
