#include <algorithm>
#include <map>

#include "base/decoded_text.h"
#include "record/sheet_archive.h"
#include "record/sheet_file.h"
#include "record/sheet_xlsx.h"
#include "record/sheet_xlsx_cells.h"

namespace laoyou::record {
namespace {

using xlsx::Archive;
using xml::Piece;

constexpr std::uint64_t k_unpacked_bytes_max = 512ULL << 20;
constexpr std::size_t k_recoded_bytes_max = 64ULL << 20;
constexpr std::size_t k_worksheets_max = 200;

/// A part as XML. One in UTF-16 is recoded as a whole.
xml::Reader open_part(const Archive& archive, const std::string& name) {
  const xlsx::PartPieces pieces = archive.part(name);
  const std::string_view begin = pieces();
  if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF")) {
    std::string whole(begin), recoded;
    for (std::string_view piece = pieces(); !piece.empty(); piece = pieces()) {
      whole += piece;
      if (whole.size() > k_recoded_bytes_max) throw xlsx::TooLarge{};
    }
    if (!decoded_text(whole, recoded)) throw xml::Malformed("XML not UTF-16");
    return xml::Reader([text = std::move(recoded), given = false]() mutable { return std::exchange(given, true) ? std::string_view() : std::string_view(text); });
  }
  return xml::Reader([first = std::string(begin), pieces, given = false]() mutable { return std::exchange(given, true) ? pieces() : std::string_view(first); });
}

struct Relation {
  std::string type, target;
};

/// The relations of a part (ECMA-376 part 2, 9.3) by their id; targets as names within the archive.
std::map<std::string, Relation> read_relations(const Archive& archive, const std::string& folder, const std::string& part) {
  std::map<std::string, Relation> relations;
  xml::Reader reader = open_part(archive, folder + "_rels/" + part + ".rels");
  for (Piece piece = reader.next(); piece != Piece::end; piece = reader.next()) {
    if (piece != Piece::open || reader.name() != "Relationship") continue;
    const std::string *id = reader.attribute("Id"), *type = reader.attribute("Type"), *target = reader.attribute("Target");
    if (id == nullptr || type == nullptr || target == nullptr) continue;
    const bool from_top = target->starts_with('/') || target->starts_with('\\');
    relations[*id] = {*type, xlsx::part_name(from_top ? *target : folder + *target)};
  }
  return relations;
}

/// The target of the first relation whose type ends so; empty when there is none.
std::string target_of_type(const std::map<std::string, Relation>& relations, std::string_view ending) {
  for (const auto& [id, relation] : relations)
    if (relation.type.ends_with(ending)) return relation.target;
  return {};
}

struct WorksheetEntry {
  std::string relation, name;
  bool hidden = false;
};

/// What the workbook's own part says: its sheets, and from which day it counts (18.2.28: old Macintosh workbooks from 1904).
struct Workbook {
  std::vector<WorksheetEntry> sheets;
  double day_shift = 0;
};

Workbook read_workbook(xml::Reader reader) {
  constexpr double days_1900_to_1904 = 1462;
  Workbook workbook;
  for (Piece piece = reader.next(); piece != Piece::end; piece = reader.next()) {
    if (piece != Piece::open) continue;
    if (const std::string* from_1904 = reader.attribute("date1904"); reader.name() == "workbookPr" && from_1904 != nullptr)
      workbook.day_shift = *from_1904 == "1" || *from_1904 == "true" ? days_1900_to_1904 : 0;
    if (const std::string* id = reader.attribute("id"); reader.name() == "sheet" && id != nullptr) {
      const std::string *name = reader.attribute("name"), *state = reader.attribute("state");
      workbook.sheets.push_back({*id, name != nullptr ? *name : "", state != nullptr && *state != "visible"});
    }
  }
  if (workbook.sheets.size() > k_worksheets_max) throw xlsx::TooLarge{};
  std::stable_partition(workbook.sheets.begin(), workbook.sheets.end(), [](const WorksheetEntry& sheet) { return !sheet.hidden; });
  return workbook;
}

Sheet read_book(const Archive& archive) {
  const std::string book_path = target_of_type(read_relations(archive, "", ""), "/officeDocument");
  const std::size_t slash = book_path.rfind('/') + 1;
  const Workbook workbook = read_workbook(open_part(archive, book_path));
  const auto relations = read_relations(archive, book_path.substr(0, slash), book_path.substr(slash));
  xlsx::Book book{{}, {}, workbook.day_shift};
  if (const std::string path = target_of_type(relations, "/sharedStrings"); !path.empty()) book.shared_texts = xlsx::read_shared_texts(open_part(archive, path));
  if (const std::string path = target_of_type(relations, "/styles"); !path.empty()) book.styles = xlsx::read_styles(open_part(archive, path));
  xlsx::Budget budget;
  std::vector<Sheet> sheets;
  for (const WorksheetEntry& entry : workbook.sheets) {
    const auto relation = relations.find(entry.relation);
    if (relation == relations.end() || !relation->second.type.ends_with("/worksheet")) continue;
    Sheet sheet = xlsx::read_worksheet(open_part(archive, relation->second.target), book, budget);
    if (sheet.header.empty()) continue;
    sheet.hidden = entry.hidden;
    if (workbook.sheets.size() > 1) sheet.name = entry.name;
    sheets.push_back(std::move(sheet));
  }
  if (sheets.empty()) return {};
  Sheet first = std::move(sheets.front());
  first.others.assign(std::make_move_iterator(sheets.begin() + 1), std::make_move_iterator(sheets.end()));
  return first;
}

}  // namespace

Result<Sheet> read_xlsx_sheet(std::string_view bytes) {
  const Refusal too_large = refuse("sheet.too_large", {std::to_string(k_sheet_rows_max), std::to_string(k_sheet_columns_max)});
  if (const auto other = other_kind_of_file(bytes, SheetFormat::xlsx)) return *other;
  const std::optional<std::uint64_t> unpacked = xlsx::unpacked_bytes(bytes);
  if (!unpacked) return refuse("sheet.unreadable", {".xlsx"});
  if (*unpacked > k_unpacked_bytes_max) return too_large;
  try {
    return read_book(Archive(bytes));
  } catch (const xlsx::TooLarge&) {
    return too_large;
  } catch (const xlsx::OutOfProportion&) {
    return refuse("sheet.out_of_proportion");
  } catch (const xlsx::LockedArchive&) {
    return refuse("sheet.locked");
  } catch (const xlsx::BrokenArchive& broken) {
    return refuse("sheet.unreadable", {broken.what()});
  } catch (const xml::Malformed& malformed) {
    return refuse("sheet.unreadable", {malformed.what()});
  }
}

}  // namespace laoyou::record
