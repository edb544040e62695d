// How phones come in: the room's code and its address as a QR picture, big on the screen or small in
// a corner; and what the speaker's window says of the room.
import { make } from "./element.js";

/** @import {Room} from "./stage_room.js" */

const HERE = ["localhost", "127.0.0.1", "[::1]"];
const ALONE = "Phones cannot come in: the server listens to this computer alone. Start it without --server.address, or with --server.address 0.0.0.0.";
const LOCAL = "Phones cannot open “HOST”: that name leads each of them to itself. Open this talk by this computer’s address in the network, such as http://192.168.1.20:PORT.";

export class Invite {
  /**
   * Calls `show` with "big", "corner" or nothing.
   * @param {{open: () => void, show: (how: string) => void, clear: () => void, end: () => void}} on
   */
  constructor(on) {
    /** @param {string} words @param {() => void} act */
    const press = (words, act) => make("button", { type: "button", onclick: act }, words);
    this.picture = make("img", { alt: "" });
    this.code = make("b", { className: "stage-code" });
    this.address = make("p", { className: "stage-address" });
    this.warning = make("p", { className: "stage-warning" });
    this.seats = make("p", { className: "stage-seats" });
    this.trouble = make("p", { className: "stage-trouble", role: "status" });
    this.box = make("section", { className: "stage-invite", ariaLabel: "Room", hidden: true },
      this.picture,
      make("div", { className: "stage-join" },
        make("p", { className: "stage-how" }, "Follow on your phone"), this.address, this.code, this.seats, this.trouble, this.warning,
        make("div", { className: "stage-room-ways" }, press("Go on", () => on.show("")), press("Close the room", on.end))));
    this.state = make("p", { role: "status" });
    this.warned = make("p", { className: "stage-warning" });
    this.ways = make("div", { className: "stage-room-ways" },
      press("Show the code", () => on.show("big")), press("Clear the answers", on.clear), press("Close the room", on.end));
    this.begin = press("Open a room", on.open);
    this.troubled = make("p", { className: "stage-trouble", role: "status" });
    this.panel = make("div", { className: "stage-room" }, this.state, this.troubled, this.warned, this.begin, this.ways);
  }

  /**
   * `how` it stands on the screen: "big", "corner" or nothing.
   * @param {Room} room @param {string} how @param {string} answered
   */
  show(room, how, answered) {
    this.box.hidden = !room.isOpen || !how;
    this.box.dataset.how = how;
    this.ways.hidden = !room.isOpen;
    this.begin.hidden = room.isOpen;
    this.warned.textContent = "";
    const { trouble } = room;
    this.trouble.textContent = this.troubled.textContent = trouble;
    if (!room.isOpen) {
      this.state.textContent = "No phones follow this talk.";
      return;
    }
    const { seats } = room.counts;
    const following = seats === 1 ? "1 phone follows" : `${seats} phones follow`;
    const phones = room.isCut ? "" : following; // how many there are is not known
    this.state.textContent = [`Room ${room.code}`, phones, answered].filter(Boolean).join(" \u00b7 ");
    this.seats.textContent = phones;
    this.code.textContent = room.code;
    const { href, hostname, host, port, protocol } = new URL(room.path, location.href);
    this.address.textContent = href.slice(protocol.length + 2, -room.code.length);
    const picture = `${room.path}?picture=${protocol.slice(0, -1)}`;
    if (this.picture.getAttribute("src") !== picture) this.picture.src = picture;
    this.picture.alt = `QR picture of ${href}`;
    const local = HERE.includes(hostname) ? LOCAL.replace("HOST", host).replace("PORT", port || "80") : "";
    this.warning.textContent = room.place?.alone ? ALONE : local;
    this.warned.textContent = this.warning.textContent;
  }
}
