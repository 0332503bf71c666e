internal import Commands

ApparatusCommand.start()
