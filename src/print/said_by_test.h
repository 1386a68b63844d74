// What other programs read in a file that was made, for tests.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace laoyou::print {

/// What a program says of the bytes in a file that is gone afterwards; each {} in the command stands for the file.
inline std::string said_by(const std::string& command, const std::string& bytes, const std::string& ending = ".pdf") {
  const std::string file = std::filesystem::temp_directory_path() / ("laoyou_paper_" + std::to_string(::getpid()) + ending);
  std::ofstream(file, std::ios::binary) << bytes;
  std::string line = command;
  for (std::size_t at = line.find("{}"); at != std::string::npos; at = line.find("{}", at)) line.replace(at, 2, file);
  std::FILE* out = ::popen(line.c_str(), "r");
  std::string said;
  for (char buffer[4096]; const std::size_t size = std::fread(buffer, 1, sizeof buffer, out);) said.append(buffer, size);
  ::pclose(out);
  std::filesystem::remove(file);
  return said;
}

inline std::string without_blanks(const std::string& text) {
  std::string rest;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > ' ') rest += c;
  return rest;
}

inline bool has_libreoffice() { return std::system("command -v soffice >/dev/null 2>&1") == 0; }

/// A document as LibreOffice prints it, as PDF; with a profile of its own, since two at once would meet.
inline std::string printed_by_libreoffice(const std::string& docx) {
  const std::string folder = std::filesystem::temp_directory_path() / ("laoyou_office_" + std::to_string(::getpid()));
  const std::string pdf = said_by("soffice -env:UserInstallation=file://" + folder + "/profile --headless --convert-to pdf --outdir " + folder + " {} >/dev/null 2>&1; cat " + folder + "/*.pdf", docx, ".docx");
  std::filesystem::remove_all(folder);
  return pdf;
}

}  // namespace laoyou::print
