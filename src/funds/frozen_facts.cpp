#include "funds/frozen_facts.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/check.h"
#include "funds/bytes.h"

namespace laoyou::funds {
namespace {

constexpr std::string_view k_format = "laoyou facts 1";

using rules::Kind;
using rules::Value;

/// The rows in the order of their ids.
std::vector<std::uint32_t> rows_by_id(const rules::Table& table, int id_field) {
  std::vector<std::uint32_t> rows(table.rows());
  std::iota(rows.begin(), rows.end(), std::uint32_t{0});
  if (id_field < 0) return rows;
  std::vector<Value> ids(rows.size());
  for (std::size_t row = 0; row < ids.size(); ++row) ids[row] = table.column(id_field).at(row);
  if (!std::is_sorted(ids.begin(), ids.end())) std::sort(rows.begin(), rows.end(), [&](std::uint32_t left, std::uint32_t right) { return ids[left] < ids[right]; });
  return rows;
}

rules::Width width_of(std::int64_t least, std::int64_t greatest) {
  if (least >= 0 && greatest <= std::numeric_limits<std::uint8_t>::max()) return rules::Width::u8;
  if (least >= 0 && greatest <= std::numeric_limits<std::uint16_t>::max()) return rules::Width::u16;
  const bool fits = least >= std::numeric_limits<std::int32_t>::min() && greatest <= std::numeric_limits<std::int32_t>::max();
  return fits ? rules::Width::i32 : rules::Width::i64;
}

template <class T>
void assign_as(rules::Column& column, rules::Width width, const std::vector<std::int64_t>& values) {
  const std::vector<T> narrow(values.begin(), values.end());
  column.assign(width, narrow.data(), narrow.size());
}

/// The whole column at once: appending a million values one by one costs many times more. `missing`: rows without a value, whatever stands for them in `values`.
void fill_column(rules::Column& column, std::vector<std::int64_t> values, const std::vector<std::uint32_t>& missing) {
  if (missing.size() == values.size()) {
    for (std::size_t row = 0; row < values.size(); ++row) column.append({});
    return;
  }
  // Something that is there anyway stands for what is missing, so that it widens nothing and adds no code.
  std::size_t present = 0;
  while (present < missing.size() && missing[present] == present) ++present;
  for (const std::uint32_t row : missing) values[row] = values[present];
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  const rules::Width width = column.type().kind == Kind::region ? rules::Width::i64 : width_of(*least, *greatest);
  switch (width) {
    case rules::Width::u8: assign_as<std::uint8_t>(column, width, values); break;
    case rules::Width::u16: assign_as<std::uint16_t>(column, width, values); break;
    case rules::Width::i32: assign_as<std::int32_t>(column, width, values); break;
    case rules::Width::i64: column.assign(width, values.data(), values.size()); break;
  }
  for (const std::uint32_t row : missing) column.set(row, {});
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

bool read_column(ByteReader& in, std::size_t rows, const std::vector<std::int64_t>& codes, rules::TextPool& texts, rules::Column& column) {
  const Kind kind = column.type().kind;
  std::int64_t before = 0;
  std::vector<std::int64_t> values(rows);
  std::vector<std::uint32_t> missing;
  for (std::size_t row = 0; row < rows && !in.failed(); ++row) {
    const std::uint64_t sign = in.number();
    if (sign == 0) {
      missing.push_back(static_cast<std::uint32_t>(row));
      continue;
    }
    if (kind == Kind::text) {
      values[row] = texts.intern(in.text());
      continue;
    }
    before += static_cast<std::int64_t>((sign - 1) >> 1) ^ -static_cast<std::int64_t>((sign - 1) & 1);
    if (kind == Kind::code && (before < 0 || before >= std::ssize(codes))) return false;
    values[row] = kind == Kind::code ? codes[static_cast<std::size_t>(before)] : before;
  }
  if (!in.failed()) fill_column(column, std::move(values), missing);
  return !in.failed();
}

/// Columns that nothing was read of get as many rows, all without a value.
void complete(rules::Table& table, std::size_t rows) {
  for (int field = 0; field < table.fields(); ++field)
    while (table.column(field).rows() < rows) table.column(field).append({});
  table.adopt_columns();
  table.settle();
}

Refusal unreadable(std::string what) { return refuse("funds.frozen_unreadable", {std::move(what)}); }

/// One record's rows, column by column.
Result<void> read_table(ByteReader& in, const rules::Schema& schema, rules::Facts& facts) {
  const std::string name = in.text();
  const int record = schema.find_record(name);
  if (record < 0) return unreadable(name);
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  const std::size_t rows = in.number(), fields = in.number();
  rules::Table& table = facts.tables[static_cast<std::size_t>(record)];
  if (in.failed() || rows > in.left() || table.rows() > 0) return unreadable(name);
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
    rules::Column& column = table.column(position);
    if (column.rows() > 0 || !read_column(in, rows, codes, facts.texts, column)) return unreadable(name + "." + field);
  }
  complete(table, rows);
  return {};
}

}  // namespace

rules::Facts freeze(const rules::Facts& facts, const rules::Schema& schema, const FieldsRead& read) {
  rules::Facts frozen(schema);
  for (const auto& [record, fields] : read) {
    const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
    const rules::Table& table = facts.tables[static_cast<std::size_t>(record)];
    rules::Table& kept = frozen.tables[static_cast<std::size_t>(record)];
    const std::vector<std::uint32_t> rows = rows_by_id(table, kind.id_field);
    for (const int field : fields) {
      const bool is_text = kind.fields[static_cast<std::size_t>(field)].type.kind == Kind::text;
      std::vector<std::int64_t> values(rows.size());
      std::vector<std::uint32_t> missing;
      for (std::size_t at = 0; at < rows.size(); ++at) {
        const Value value = table.column(field).at(rows[at]);
        if (value) values[at] = is_text ? frozen.texts.intern(facts.texts.at(*value)) : *value;
        else missing.push_back(static_cast<std::uint32_t>(at));
      }
      fill_column(kept.column(field), std::move(values), missing);
    }
    complete(kept, rows.size());
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
