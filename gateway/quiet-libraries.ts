// Imported first. With DEBUG set, SAP's token library prints whole token requests, the client secret included.
delete process.env['DEBUG'];
