#include <memory>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>

#include "base/digits.h"
#include "record/sheet_xlsx.h"
#include "record/sheet_xlsx_cells.h"

namespace laoyou::record {
namespace {

namespace spreadsheet = orcus::spreadsheet;
using xlsx::CellCollector;
using xlsx::SharedStrings;

constexpr std::uint64_t k_unpacked_bytes_max = 512ULL << 20;

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

/// Adds up the unpacked sizes that the archive's central directory (zip specification 4.3.12) states.
std::uint64_t unpacked_bytes(std::string_view archive) {
  constexpr std::string_view entry("PK\x01\x02", 4);
  std::uint64_t total = 0;
  for (std::size_t at = archive.find(entry); at != std::string_view::npos; at = archive.find(entry, at + 4))
    if (at + 46 <= archive.size()) total += little_endian(archive, at + 24);
  return total;
}

/// True when a sheet keeps texts inside its cells instead of in the shared table, as some report programs write them. liborcus 0.17 passes
/// over such cells without a word, so the workbook must not be taken for an emptier one.
bool holds_inline_texts(std::string_view bytes) {
  orcus::zip_archive_stream_blob stream(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  orcus::zip_archive archive(&stream);
  archive.load();
  std::vector<unsigned char> part;
  for (std::size_t i = 0; i < archive.get_file_entry_count(); ++i) {
    const std::string_view name = archive.get_file_entry_name(i);
    if (!name.starts_with("xl/worksheets/") || !name.ends_with(".xml") || !archive.read_file_entry(name, part)) continue;
    const std::string_view text(reinterpret_cast<const char*>(part.data()), part.size());
    if (text.find("\"inlineStr\"") != std::string_view::npos || text.find("'inlineStr'") != std::string_view::npos) return true;
  }
  return false;
}

/// Learns from which day the workbook counts: old Macintosh workbooks begin in 1904.
class WorkbookSettings final : public spreadsheet::iface::import_global_settings {
 public:
  void set_origin_date(int year, int, int) override { day_shift = year == 1904 ? 1462 : 0; }
  void set_default_formula_grammar(spreadsheet::formula_grammar_t) override {}
  spreadsheet::formula_grammar_t get_default_formula_grammar() const override { return spreadsheet::formula_grammar_t::xlsx; }
  void set_character_set(orcus::character_set_t) override {}
  double day_shift = 0;
};

/// Reads "B7" and "$A$1:C9", as a workbook names its cells. What is beyond any sheet ends up beyond the limits that CellCollector checks.
class References final : public spreadsheet::iface::import_reference_resolver {
 public:
  spreadsheet::src_address_t resolve_address(std::string_view text) override {
    text.remove_prefix(std::min(text.rfind('!') + 1, text.size()));
    int column = 0, row = 0;
    for (char c : text) {
      if (c >= 'A' && c <= 'Z') column = std::min(column * 26 + (c - 'A' + 1), k_beyond);
      if (is_digit(c)) row = std::min(row * 10 + (c - '0'), k_beyond);
    }
    return {0, std::max(row, 1) - 1, std::max(column, 1) - 1};
  }
  spreadsheet::src_range_t resolve_range(std::string_view text) override {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto first = resolve_address(text.substr(0, colon));
    return {first, colon == text.size() ? first : resolve_address(text.substr(colon + 1))};
  }

 private:
  static constexpr int k_beyond = 50'000'000;
};

class WorkbookReader final : public spreadsheet::iface::import_factory {
 public:
  spreadsheet::iface::import_shared_strings* get_shared_strings() override { return &strings_; }
  spreadsheet::iface::import_global_settings* get_global_settings() override { return &settings_; }
  spreadsheet::iface::import_sheet* append_sheet(spreadsheet::sheet_t, std::string_view name) override {
    sheets_.push_back(std::make_unique<CellCollector>(strings_, settings_.day_shift));
    names_.emplace_back(name);
    return sheets_.back().get();
  }
  spreadsheet::iface::import_sheet* get_sheet(std::string_view name) override {
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (names_[i] == name) return sheets_[i].get();
    return nullptr;
  }
  spreadsheet::iface::import_sheet* get_sheet(spreadsheet::sheet_t index) override {
    return static_cast<std::size_t>(index) < sheets_.size() ? sheets_[static_cast<std::size_t>(index)].get() : nullptr;
  }
  spreadsheet::iface::import_reference_resolver* get_reference_resolver(spreadsheet::formula_ref_context_t) override { return &references_; }
  void finalize() override {}

  Sheet first_sheet() { return sheets_.empty() ? Sheet{} : sheets_.front()->sheet(); }

 private:
  SharedStrings strings_;
  WorkbookSettings settings_;
  References references_;
  std::vector<std::unique_ptr<CellCollector>> sheets_;
  std::vector<std::string> names_;
};

}  // namespace

Result<Sheet> read_xlsx_sheet(std::string_view bytes) {
  const Refusal too_large = refuse("sheet.too_large", {std::to_string(k_sheet_rows_max), std::to_string(k_sheet_columns_max)});
  if (!bytes.starts_with("PK")) return refuse("sheet.unreadable", {".xlsx"});
  if (unpacked_bytes(bytes) > k_unpacked_bytes_max) return too_large;
  WorkbookReader reader;
  try {
    if (holds_inline_texts(bytes)) return refuse("sheet.inline_texts");
    orcus::orcus_xlsx filter(&reader);
    filter.read_stream(bytes);
  } catch (const xlsx::TooLarge&) {
    return too_large;
  } catch (const std::exception& broken) {
    return refuse("sheet.unreadable", {broken.what()});
  }
  return reader.first_sheet();
}

}  // namespace laoyou::record
