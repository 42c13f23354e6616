#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "CNCurses.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// term.h names its capabilities as macros; this one is a word of ours.
#undef columns

static SCREEN *screen;

static bool codeset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static bool environment_wants_utf8(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
  }
  return false;
}

bool cnc_take_locale(void) {
  setlocale(LC_CTYPE, "");
  if (!codeset_is_utf8() && environment_wants_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  return codeset_is_utf8();
}

void cnc_assume_utf8(void) { setlocale(LC_CTYPE, "C.UTF-8"); }

enum cnc_terminal cnc_probe(const char *term) {
  int error = 0;
  if (setupterm((char *)term, STDOUT_FILENO, &error) != OK) {
    // 0 also means a hard copy or generic description: known, but not a screen.
    return error == 0 && term && strcmp(term, "dumb") == 0 ? CNC_TERMINAL_DUMB : CNC_TERMINAL_UNKNOWN;
  }
  return cursor_address && clear_screen ? CNC_TERMINAL_USABLE : CNC_TERMINAL_DUMB;
}

bool cnc_capability(const char *name, char *into, int32_t size) {
  const char *from = tigetstr((char *)name);
  if (!from || from == (char *)-1) return false;
  int32_t used = 0;
  while (*from && used + 1 < size) {
    const char *end;
    if (from[0] == '$' && from[1] == '<' && (end = strchr(from, '>'))) {
      from = end + 1;
    } else {
      into[used++] = *from++;
    }
  }
  into[used] = 0;
  return true;
}

int32_t cnc_color_count(void) {
  int count = tigetnum("colors");
  return count < 0 ? 0 : count;
}

bool cnc_draws_lines(void) {
  const char *map = tigetstr("acsc");
  return map && map != (char *)-1 && strchr(map, 'q') != NULL;
}

// The signal keys stay with the kernel, so that ^C and ^Z work whatever the program is busy with. Flow control and
// the kernel's editing keys go: a ^S must not freeze a desk, and ^V and ^O are keys like others.
static void take_keys(void) {
  struct termios modes;
  cbreak();
  noecho();
  nonl();
  if (tcgetattr(STDIN_FILENO, &modes) == 0) {
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
    modes.c_lflag &= ~(tcflag_t)(IEXTEN);
    modes.c_lflag |= ISIG;
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
  def_prog_mode();
}

bool cnc_open(void) {
  if (screen) return false;
  screen = newterm(NULL, stdout, stdin);
  if (!screen) return false;
  take_keys();
  // A pending key must not cut an update short: the caller believes that what it drew is on the screen.
  typeahead(-1);
  idlok(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  return true;
}

bool cnc_leave(void) {
  if (!screen || isendwin()) return false;
  endwin();
  return true;
}

void cnc_resume(void) {
  if (!screen) return;
  reset_prog_mode();
  clearok(curscr, TRUE);
}

void cnc_close(void) {
  if (!screen) return;
  cnc_leave();
  delscreen(screen);
  screen = NULL;
}

bool cnc_start_colors(void) {
  if (!has_colors() || start_color() != OK) return false;
  use_default_colors();
  return true;
}

void cnc_define_pair(int16_t pair, int16_t foreground, int16_t background) { init_pair(pair, foreground, background); }

void cnc_resize(int32_t rows, int32_t columns) {
  if (!screen) return;
  resize_term(rows < 1 ? 1 : rows, columns < 1 ? 1 : columns);
  clearok(curscr, TRUE);
}

void cnc_erase(void) { erase(); }

void cnc_repaint(void) {
  if (screen) clearok(curscr, TRUE);
}

static attr_t curses_attributes(uint32_t bits) {
  return (bits & CNC_BOLD ? A_BOLD : 0) | (bits & CNC_REVERSE ? A_REVERSE : 0) |
         (bits & CNC_UNDERLINE ? A_UNDERLINE : 0) | (bits & CNC_DIM ? A_DIM : 0);
}

void cnc_put(int32_t row, int32_t column, uint32_t base, uint32_t mark1, uint32_t mark2, uint32_t attributes,
             int16_t pair) {
  wchar_t text[] = {(wchar_t)base, (wchar_t)mark1, mark1 ? (wchar_t)mark2 : 0, 0};
  cchar_t cell;
  if (setcchar(&cell, text, curses_attributes(attributes), pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

void cnc_put_line(int32_t row, int32_t column, uint8_t letter, uint32_t attributes, int16_t pair) {
  mvaddch(row, column, letter | A_ALTCHARSET | curses_attributes(attributes) | (chtype)COLOR_PAIR(pair));
}

int32_t cnc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cnc_show_cursor(bool shown) { curs_set(shown ? 1 : 0); }

void cnc_update(int32_t row, int32_t column) {
  move(row, column);
  wnoutrefresh(stdscr);
  doupdate();
}
