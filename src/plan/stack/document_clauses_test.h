// The numbered clauses of the five documents, as facts to hold the plan folders against.
#pragma once

#include <string>
#include <vector>

namespace laoyou::plan {

/// "一(一)" … of "一(" and 1..count with Chinese numerals and ")": clauses("一", 3) is 一(一), 一(二), 一(三).
std::vector<std::string> chinese_clauses(const std::string& before, int count);

/// The tasks of a chapter's parts, numbered through: numbered_tasks("四", {3, 5}) is 四(一)1..3, 四(二)4..8.
std::vector<std::string> numbered_tasks(const std::string& chapter, const std::vector<int>& tasks_of_parts);

/// before1 … beforeN.
std::vector<std::string> numbered(const std::string& before, int count);

/// What one document numbers.
struct DocumentClauses {
  std::string plan;
  std::vector<std::string> clauses;   ///< each must be carried out by a row
  std::vector<std::string> headings;  ///< only announce what follows, or name an annex that was not published
};

std::vector<DocumentClauses> document_clauses();

}  // namespace laoyou::plan
